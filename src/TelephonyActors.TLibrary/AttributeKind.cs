using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace TelephonyActors.TLibrary;

/// <summary>
/// What values an attribute takes (contract, chapters 1 and 2): how they are read from JSON and from a scenario's text, and how an
/// error message says what is allowed.
/// </summary>
public abstract class AttributeKind
{
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private AttributeKind(string allowed) => Allowed = allowed;

    private delegate bool Parser<T>(string text, out T? value);

    /// <summary>Any string.</summary>
    public static AttributeKind Text { get; } = new TextKind();

    /// <summary>An integer of 32 bits.</summary>
    public static AttributeKind Integer { get; } = new IntegerKind();

    /// <summary>An integer of 64 bits.</summary>
    public static AttributeKind LongInteger { get; } = new LongKind();

    /// <summary>A moment in UTC, with microseconds.</summary>
    public static AttributeKind Time { get; } = new ParsedKind<DateTimeOffset>("a time such as 2026-01-05T09:30:00.000000Z", TryParseTime);

    public static AttributeKind ConnID { get; } = new ConnIDKind();

    public static AttributeKind CallUUID { get; } = new ParsedKind<CallUUID>("32 characters of 0-9 and A-V", TLibrary.CallUUID.TryParse);

    /// <summary>UserData and Reasons: strings, integers, objects and lists of them.</summary>
    public static AttributeKind Pairs { get; } = new KVListKind("an object of strings, integers, objects and lists", false);

    /// <summary>Extensions: as <see cref="Pairs"/>, and truth values besides (DND of EventRegistered).</summary>
    public static AttributeKind ExtensionPairs { get; } = new KVListKind("an object of strings, integers, truth values, objects and lists", true);

    /// <summary>What is allowed, as the end of a sentence: 'an integer', or the words.</summary>
    public string Allowed { get; }

    /// <summary>The words of an enumeration; empty for any other kind.</summary>
    public virtual ImmutableArray<string> AllowedWords => [];

    /// <summary>The words of an enumeration.</summary>
    public static AttributeKind WordOf<T>()
        where T : struct, Enum => WordKind<T>.Instance;

    /// <summary>The value that a plain text stands for, null where it is none of this kind (a key-value list never is).</summary>
    public abstract object? Parse(string text);

    /// <summary>Whether a plain text stands for a value of this kind.</summary>
    internal virtual bool Allows(string text) => Parse(text) is not null;

    /// <summary>The value at which the reader stands, which it moves to its end; null where it is none of this kind.</summary>
    internal virtual object? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text ? Parse(text) : null;

    private static bool TryParseTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private sealed class TextKind() : AttributeKind("a string")
    {
        public override object? Parse(string text) => text;
    }

    private sealed class IntegerKind() : AttributeKind("an integer")
    {
        public override object? Parse(string text) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

        internal override object? Read(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) ? value : null;
    }

    private sealed class LongKind() : AttributeKind("an integer")
    {
        public override object? Parse(string text) =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

        internal override object? Read(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : null;
    }

    private sealed class ParsedKind<T>(string allowed, Parser<T> parse) : AttributeKind(allowed)
    {
        public override object? Parse(string text) => parse(text, out var value) ? value : null;
    }

    private sealed class ConnIDKind() : AttributeKind("16 lower-case hexadecimal digits")
    {
        public override object? Parse(string text) => TLibrary.ConnID.TryParse(text, out var value) ? value : null;

        internal override bool Allows(string text) => TLibrary.ConnID.IsWellFormed(text, out _);
    }

    private sealed class WordKind<T>() : AttributeKind(string.Join(", ", Words.All<T>()))
        where T : struct, Enum
    {
        public static readonly WordKind<T> Instance = new();

        public override ImmutableArray<string> AllowedWords => Words.All<T>();

        public override object? Parse(string text) => Words.TryParse<T>(text, out var value) ? value : null;

        internal override bool Allows(string text) => Words.TryParse<T>(text, out _);
    }

    private sealed class KVListKind(string allowed, bool truthValues) : AttributeKind(allowed)
    {
        public override object? Parse(string text) => null;

        internal override object? Read(ref Utf8JsonReader reader) => KVListJson.Read(ref reader, truthValues);
    }
}
