using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>
/// A value: the elements that stood side by side. Texts are joined to one text, arrays to one array; of objects the first counts.
/// </summary>
public class HoconValue : IMightBeAHoconObject
{
    /// <summary>A value without elements.</summary>
    public HoconValue()
        : this([])
    {
    }

    /// <summary>A value that shares its elements with another one.</summary>
    internal HoconValue(List<IHoconElement> values) => Values = values;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Values.Count == 0 || Values[0] is HoconObject { Items.Count: 0 };

    /// <summary>The elements.</summary>
    public List<IHoconElement> Values { get; private set; }

    /// <summary>The value as a configuration of its own.</summary>
    public Config ToConfig() => new(new HoconRoot(this));

    /// <summary>A configuration that has this value under the key.</summary>
    public Config AtKey(string key)
    {
        var parent = new HoconObject();
        parent.Items[key] = this;
        var root = new HoconValue();
        root.AppendValue(parent);
        return new Config(new HoconRoot(root));
    }

    /// <inheritdoc />
    public HoconObject GetObject() => Values.FirstOrDefault() switch
    {
        HoconObject o => o,
        IMightBeAHoconObject other when other.IsObject() => other.GetObject(),
        _ => null,
    };

    /// <inheritdoc />
    public bool IsObject() => GetObject() != null;

    /// <summary>Adds an element.</summary>
    public void AppendValue(IHoconElement value) => Values.Add(value);

    /// <summary>Removes the elements.</summary>
    public void Clear() => Values.Clear();

    /// <summary>Replaces the elements.</summary>
    public void NewValue(IHoconElement value)
    {
        Values.Clear();
        Values.Add(value);
    }

    /// <summary>Whether all of it is text.</summary>
    public bool IsString() => Values.Count > 0 && Values.TrueForAll(element => element.IsString());

    /// <summary>The text, trimmed; null if it is the word null or no text.</summary>
    public string GetString()
    {
        if (!IsString())
            return null;
        var text = string.Concat(Values.Select(element => element.GetString())).Trim();
        return text == "null" ? null : text;
    }

    /// <summary>The value that the object has under the key; null if there is none or this is no object.</summary>
    public HoconValue GetChildObject(string key) => GetObject()?.GetKey(key);

    /// <summary>Whether it is an array with at least one element.</summary>
    public bool IsArray() => GetArray().Count != 0;

    /// <summary>The elements of its arrays; empty if it is none.</summary>
    public IList<HoconValue> GetArray()
        => Values.Where(element => element.IsArray()).SelectMany(element => element.GetArray()).ToList();

    /// <summary>Its elements as texts.</summary>
    public IList<string> GetStringList() => GetArray().Select(value => value.GetString()).ToList();

    /// <summary>Its elements as whole numbers.</summary>
    public IList<int> GetIntList() => GetArray().Select(value => value.GetInt()).ToList();

    /// <summary>A switch: on, off, true or false.</summary>
    /// <exception cref="NotSupportedException">It is none of the four words.</exception>
    public bool GetBoolean() => GetString() switch
    {
        "on" or "true" => true,
        "off" or "false" => false,
        var other => throw new NotSupportedException($"'{other}' is no switch; use on, off, true or false."),
    };

    /// <summary>A number.</summary>
    public double GetDouble() => double.Parse(GetString(), NumberFormatInfo.InvariantInfo);

    /// <summary>A large whole number.</summary>
    public long GetLong() => long.Parse(GetString(), NumberFormatInfo.InvariantInfo);

    /// <summary>A whole number.</summary>
    public int GetInt() => int.Parse(GetString(), NumberFormatInfo.InvariantInfo);

    /// <summary>A duration; a number without a unit is in milliseconds.</summary>
    /// <exception cref="FormatException">It is none, or a negative one.</exception>
    public TimeSpan GetTimeSpan(bool allowInfinite = true) => HoconUnits.ParseTimeSpan(GetString(), allowInfinite);

    /// <summary>A number of bytes; null if it is no text or an empty one.</summary>
    /// <exception cref="FormatException">The unit is unknown.</exception>
    public long? GetByteSize() => HoconUnits.ParseByteSize(GetString());

    /// <inheritdoc />
    public override string ToString() => ToString(0);

    /// <summary>The value as HOCON.</summary>
    public virtual string ToString(int indent)
    {
        if (IsString())
            return HoconText.QuoteIfNeeded(GetString());
        if (IsObject() && indent == 0)
            return GetObject().ToString(1);
        if (IsObject())
            return "{\r\n" + GetObject().ToString(indent + 1) + new string(' ', indent * 2) + "}";
        if (IsArray())
            return "[" + string.Join(",", GetArray().Select(value => value.ToString(indent + 1))) + "]";
        return "<<unknown value>>";
    }
}
