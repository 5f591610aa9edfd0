using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Values by key.</summary>
public class HoconObject : IHoconElement
{
    /// <summary>The values, in the order in which their keys came.</summary>
    public Dictionary<string, HoconValue> Items { get; private set; } = [];

    /// <inheritdoc />
    public bool IsString() => false;

    /// <inheritdoc />
    public string GetString() => throw new NotImplementedException("An object is no text.");

    /// <inheritdoc />
    public bool IsArray() => false;

    /// <inheritdoc />
    public IList<HoconValue> GetArray() => throw new NotImplementedException("An object is no array.");

    /// <summary>The value of the key; null if there is none.</summary>
    public HoconValue GetKey(string key) => Items.TryGetValue(key, out var value) ? value : null;

    /// <summary>The value of the key, an empty one if there was none.</summary>
    public HoconValue GetOrCreateKey(string key)
    {
        if (!Items.TryGetValue(key, out var value))
            Items.Add(key, value = new HoconValue());
        return value;
    }

    /// <summary>Adds the other's values to this object; where both have one, objects are merged and else the other's wins.</summary>
    public void Merge(HoconObject other)
    {
        foreach (var (key, value) in other.Items.ToList())
            Items[key] = Items.TryGetValue(key, out var mine) ? Merged(mine, value) : value;
    }

    /// <summary>The same as <see cref="Merge"/> in a new object; neither of the two changes.</summary>
    internal HoconObject MergeImmutable(HoconObject other)
    {
        var items = new Dictionary<string, HoconValue>(Items);
        foreach (var (key, value) in other.Items)
            items[key] = items.TryGetValue(key, out var mine) ? Merged(mine, value) : new HoconValue(value.Values);
        return new HoconObject { Items = items };
    }

    /// <inheritdoc />
    public override string ToString() => ToString(0);

    /// <summary>The object as HOCON, one key a line.</summary>
    public string ToString(int indent)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in Items)
        {
            text.Append(' ', indent * 2).Append(HoconText.QuoteIfNeeded(key)).Append(" : ")
                .Append(value.ToString(indent)).Append("\r\n");
        }

        return text.ToString();
    }

    private static HoconValue Merged(HoconValue mine, HoconValue others)
    {
        if (!mine.IsObject() || !others.IsObject())
            return others;
        var merged = new HoconValue();
        merged.AppendValue(mine.GetObject().MergeImmutable(others.GetObject()));
        return merged;
    }
}
