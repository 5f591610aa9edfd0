namespace Akka.Configuration.Hocon;

/// <summary>What a text was parsed to: the tree, and the references in it.</summary>
public class HoconRoot
{
    /// <summary>A tree with references.</summary>
    public HoconRoot(HoconValue value, IEnumerable<HoconSubstitution> substitutions)
    {
        Value = value;
        Substitutions = substitutions;
    }

    /// <summary>A tree without references.</summary>
    public HoconRoot(HoconValue value)
        : this(value, [])
    {
    }

    /// <summary>The tree.</summary>
    public HoconValue Value { get; private set; }

    /// <summary>The references, resolved.</summary>
    public IEnumerable<HoconSubstitution> Substitutions { get; private set; }
}
