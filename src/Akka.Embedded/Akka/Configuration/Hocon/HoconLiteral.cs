namespace Akka.Configuration.Hocon;

/// <summary>A piece of text.</summary>
public class HoconLiteral : IHoconElement
{
    /// <summary>The text.</summary>
    public string Value { get; set; }

    /// <inheritdoc />
    public bool IsString() => true;

    /// <inheritdoc />
    public string GetString() => Value;

    /// <inheritdoc />
    public bool IsArray() => false;

    /// <inheritdoc />
    public IList<HoconValue> GetArray() => throw new NotImplementedException("A text has no elements.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
