namespace TelephonyActors.Scenarios.Files.Yaml;

/// <summary>A mapping that may have certain keys and no others.</summary>
internal sealed class YamlFields
{
    private readonly YamlMapping _mapping;
    private readonly string _what;
    private readonly string _keys;
    private readonly FaultList _faults;

    private YamlFields(YamlMapping mapping, string what, string keys, FaultList faults)
    {
        _mapping = mapping;
        _what = what;
        _keys = keys;
        _faults = faults;
    }

    public FilePosition Position => _mapping.Position;

    /// <summary>The value of a key, null where it is not given.</summary>
    public YamlNode? this[string key] => Entry(key)?.Value;

    /// <summary>The mapping's fields; null, and a fault, where it is none. Each unknown key is a fault.</summary>
    /// <param name="node">What stands there.</param>
    /// <param name="what">What should stand there, as the beginning of a sentence: 'a step'.</param>
    /// <param name="faults">Where the faults go.</param>
    /// <param name="keys">The keys it may have.</param>
    public static YamlFields? Of(YamlNode node, string what, FaultList faults, params string[] keys)
    {
        var allowed = string.Join(", ", keys);
        if (node is not YamlMapping mapping)
        {
            faults.Add(node.Position, $"{what} cannot be {node.Kind}", $"a mapping of {allowed}");
            return null;
        }

        foreach (var entry in mapping.Entries)
            if (!keys.Contains(entry.Key.Text))
                faults.Add(entry.Key.Position, $"{what} has no key {FaultList.Quoted(entry.Key.Text)}", allowed);
        return new YamlFields(mapping, what, allowed, faults);
    }

    /// <summary>The value of a key that must be there; null, and a fault, where it is not.</summary>
    public YamlNode? Require(string key)
    {
        var value = this[key];
        if (value is null) _faults.Add(Position, $"{_what} lacks the key '{key}'", _keys);
        return value;
    }

    /// <summary>Where a key stands that is given.</summary>
    public FilePosition PositionOf(string key) => Entry(key)?.Key.Position ?? Position;

    private YamlEntry? Entry(string key) => _mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key);
}
