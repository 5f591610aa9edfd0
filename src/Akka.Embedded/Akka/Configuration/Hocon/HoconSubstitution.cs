namespace Akka.Configuration.Hocon;

/// <summary>A reference to another value of the same text, <c>${path}</c>; it stands for whatever that value is.</summary>
public class HoconSubstitution : IHoconElement, IMightBeAHoconObject
{
    /// <summary>A reference to the value under the path, counted from the root of the text.</summary>
    public HoconSubstitution(string path) => Path = path;

    /// <summary>Where the value is.</summary>
    public string Path { get; set; }

    /// <summary>The value; null until the whole text has been read.</summary>
    public HoconValue ResolvedValue { get; set; }

    /// <inheritdoc />
    public bool IsString() => ResolvedValue.IsString();

    /// <inheritdoc />
    public string GetString() => ResolvedValue.GetString();

    /// <inheritdoc />
    public bool IsArray() => ResolvedValue.IsArray();

    /// <inheritdoc />
    public IList<HoconValue> GetArray() => ResolvedValue.GetArray();

    /// <inheritdoc />
    public bool IsObject() => ResolvedValue != null && ResolvedValue.IsObject();

    /// <inheritdoc />
    public HoconObject GetObject() => ResolvedValue.GetObject();
}
