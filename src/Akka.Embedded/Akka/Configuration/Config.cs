using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>
/// A configuration: a tree of values written in HOCON, read by dotted paths. A path element that holds a dot is quoted.
/// It does not change once it is made; <see cref="WithFallback"/> makes another one.
/// </summary>
public partial class Config
{
    /// <summary>The configuration without any content.</summary>
    public static readonly Config Empty = ConfigurationFactory.Empty;

    /// <summary>A configuration without even a root; only good as the left side of <see cref="WithFallback"/>.</summary>
    public Config()
    {
    }

    /// <summary>The configuration with the given tree.</summary>
    /// <exception cref="ArgumentNullException">The root holds no value.</exception>
    public Config(HoconRoot root)
    {
        Value = root.Value ?? throw new ArgumentNullException(nameof(root), "The root of a configuration needs a value.");
        Root = root.Value;
        Substitutions = root.Substitutions;
    }

    /// <summary>Where this configuration takes what it does not say itself; null if it has no fallback.</summary>
    public Config Fallback { get; private set; }

    /// <summary>Whether there is nothing in it.</summary>
    public virtual bool IsEmpty => Root == null || Root.IsEmpty;

    /// <summary>The tree, the fallbacks merged in.</summary>
    public virtual HoconValue Root { get; private set; }

    /// <summary>The references to other values that the text contained.</summary>
    public IEnumerable<HoconSubstitution> Substitutions { get; set; }

    /// <summary>The tree without the fallbacks.</summary>
    private HoconValue Value { get; set; }

    /// <summary>Parses HOCON wherever a configuration is expected.</summary>
    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    /// <summary>
    /// This configuration, completed by the other one: objects are merged, anything else of this one wins.
    /// </summary>
    /// <exception cref="ArgumentException">A configuration is no fallback for itself.</exception>
    public virtual Config WithFallback(Config fallback)
    {
        if (fallback == this)
            throw new ArgumentException("A configuration is no fallback for itself.", nameof(fallback));
        if (fallback == null)
            return this;
        if (IsEmpty)
            return fallback;
        if (Covers(Root, fallback.Root))
            return this;

        var merged = new HoconValue();
        merged.AppendValue(fallback.Root.GetObject().MergeImmutable(Root.GetObject()));
        var result = Copy(fallback);
        result.Root = merged;
        return result;
    }

    /// <summary>
    /// The part of the configuration under the path, with the same part of the fallbacks; null if none has it.
    /// </summary>
    public virtual Config GetConfig(string path)
    {
        var node = GetNode(path);
        var part = node == null ? null : new Config(new HoconRoot(node));
        if (Fallback == null)
            return part;

        var fallback = Fallback.GetConfig(path);
        return part == null ? fallback : part.WithFallback(fallback);
    }

    /// <summary>The value under the path; null if there is none.</summary>
    public HoconValue GetValue(string path) => GetNode(path);

    /// <summary>Whether there is something, even null, under the path.</summary>
    public virtual bool HasPath(string path) => GetNode(path) != null;

    /// <summary>The entries of the root and then those which only a fallback has.</summary>
    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable()
    {
        var seen = new HashSet<string>();
        for (var config = this; config != null; config = config.Fallback)
        {
            foreach (var entry in config.Root.GetObject().Items)
            {
                if (seen.Add(entry.Key))
                    yield return entry;
            }
        }
    }

    /// <summary>The configuration as HOCON, without its fallbacks.</summary>
    public override string ToString() => Value == null ? "" : Value.ToString();

    /// <summary>The configuration as HOCON.</summary>
    public string ToString(bool includeFallback) => includeFallback ? Root.ToString() : ToString();

    /// <summary>The same configuration, with one more fallback behind its last one.</summary>
    protected Config Copy(Config fallback = null) => new()
    {
        Fallback = Fallback == null ? fallback : Fallback.Copy(fallback),
        Root = Root,
        Value = Value,
        Substitutions = Substitutions,
    };

    private HoconValue GetNode(string path)
    {
        var node = Root ?? throw new InvalidOperationException("A configuration without a root has no paths.");
        foreach (var key in ConfigPath.Split(path))
        {
            node = node.GetChildObject(key);
            if (node == null)
                return null;
        }

        return node;
    }

    /// <summary>Whether merging in the fallback would change nothing.</summary>
    private static bool Covers(HoconValue tree, HoconValue fallback)
    {
        foreach (var (key, expected) in fallback.GetObject().Items)
        {
            var actual = tree.GetChildObject(key);
            if (actual == null || !CoversValue(actual, expected))
                return false;
        }

        return true;
    }

    private static bool CoversValue(HoconValue actual, HoconValue expected)
    {
        if (expected.IsObject())
            return Covers(actual, expected);
        if (!expected.IsArray())
            return expected.GetString() == actual.GetString();

        var elements = actual.GetStringList();
        return expected.GetStringList().All(elements.Contains);
    }
}
