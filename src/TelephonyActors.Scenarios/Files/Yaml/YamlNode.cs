using System.Collections.Immutable;
using System.Globalization;

namespace TelephonyActors.Scenarios.Files.Yaml;

/// <summary>A node of a YAML text with the place where it begins. Plain: what the user wrote, no type guessed.</summary>
internal abstract record YamlNode(FilePosition Position)
{
    /// <summary>What it is, for a message that expected something else.</summary>
    public abstract string Kind { get; }
}

/// <summary>
/// A single value. <paramref name="IsPlain"/>: written without quotes, so that YAML may take it for a number, a truth value or nothing.
/// </summary>
internal sealed record YamlScalar(FilePosition Position, string Text, bool IsPlain) : YamlNode(Position)
{
    public bool IsEmpty => IsPlain && Text.Length == 0;

    /// <summary>YAML's null, written out: <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Text is ("~" or "null" or "Null" or "NULL");

    public override string Kind => IsEmpty ? "nothing" : FaultList.Quoted(Text);
}

internal sealed record YamlList(FilePosition Position, ImmutableArray<YamlNode> Items) : YamlNode(Position)
{
    public override string Kind => "a list";
}

/// <summary>A mapping; its keys are unique, the composer has seen to it.</summary>
internal sealed record YamlMapping(FilePosition Position, ImmutableArray<YamlEntry> Entries) : YamlNode(Position)
{
    public override string Kind => "a mapping";

    /// <summary>What it is where one key was expected.</summary>
    public string KindByCount => string.Create(CultureInfo.InvariantCulture, $"a mapping of {Entries.Length} keys");
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
