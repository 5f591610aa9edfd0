namespace Akka.Configuration;

/// <content>
/// The values under a path. A value that is there but does not have the asked form is an exception, not the default.
/// </content>
public partial class Config
{
    /// <summary>A switch: on, off, true or false.</summary>
    /// <exception cref="NotSupportedException">The value is none of the four words.</exception>
    public virtual bool GetBoolean(string path, bool @default = false)
        => GetNode(path) is { } value ? value.GetBoolean() : @default;

    /// <summary>A number of bytes, with or without a unit; null if there is none.</summary>
    /// <exception cref="FormatException">The unit is unknown.</exception>
    public virtual long? GetByteSize(string path) => GetNode(path)?.GetByteSize();

    /// <summary>A number of bytes, with or without a unit.</summary>
    /// <exception cref="FormatException">The unit is unknown.</exception>
    public virtual long? GetByteSize(string path, long? def = null)
        => GetNode(path) is { } value ? value.GetByteSize() : def;

    /// <summary>A whole number.</summary>
    public virtual int GetInt(string path, int @default = 0)
        => GetNode(path) is { } value ? value.GetInt() : @default;

    /// <summary>A large whole number.</summary>
    public virtual long GetLong(string path, long @default = 0)
        => GetNode(path) is { } value ? value.GetLong() : @default;

    /// <summary>A number.</summary>
    public virtual double GetDouble(string path, double @default = 0)
        => GetNode(path) is { } value ? value.GetDouble() : @default;

    /// <summary>A text; null, too, if the value is the word null, an object or an array.</summary>
    public virtual string GetString(string path, string @default = null)
        => GetNode(path) is { } value ? value.GetString() : @default;

    /// <summary>
    /// A duration: a number with a unit from nanoseconds to days, a number of milliseconds, or (if allowed) the word infinite,
    /// which is <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    /// <exception cref="FormatException">The value is no duration, or a negative one.</exception>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true)
        => GetNode(path) is { } value ? value.GetTimeSpan(allowInfinite) : @default.GetValueOrDefault();

    /// <summary>The texts of an array; empty if there is none.</summary>
    public virtual IList<string> GetStringList(string path)
        => GetNode(path) is { } value ? value.GetStringList() : new List<string>();

    /// <summary>The texts of an array.</summary>
    public virtual IList<string> GetStringList(string path, string[] defaultPaths)
        => GetNode(path) is { } value ? value.GetStringList() : defaultPaths;

    /// <summary>The whole numbers of an array, which has to be there.</summary>
    public virtual IList<int> GetIntList(string path) => GetNode(path).GetIntList();
}
