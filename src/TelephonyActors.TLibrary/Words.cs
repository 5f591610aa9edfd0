using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelephonyActors.TLibrary;

/// <summary>
/// The words of the enumerations as T-Library writes them: the member's name, but Connected+Dialing and 1stepTransfer. Spelling
/// and case are exact; a number is no word.
/// </summary>
public static class Words
{
    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Texts[Unsafe.BitCast<T, int>(value)];

    /// <summary>All words of an enumeration, in its order.</summary>
    public static ImmutableArray<string> All<T>()
        where T : struct, Enum => Table<T>.Texts;

    /// <summary>Reads a word; false where the enumeration has none such.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? word, out T value)
        where T : struct, Enum => Table<T>.Values.TryGetValue(word ?? "", out value);

    /// <summary>Reads a word without a string of its own.</summary>
    public static bool TryParse<T>(ReadOnlySpan<char> word, out T value)
        where T : struct, Enum => Table<T>.ValuesBySpan.TryGetValue(word, out value);

    internal static JsonEncodedText Json<T>(T value)
        where T : struct, Enum => Table<T>.Encoded[Unsafe.BitCast<T, int>(value)];

    private static class Table<T>
        where T : struct, Enum
    {
        // The enumerations count from 0 without gaps, in the order of declaration: a value is its place.
        public static readonly ImmutableArray<string> Texts = [.. Enum.GetNames<T>().Select(WordOf)];

        public static readonly ImmutableArray<JsonEncodedText> Encoded =
            [.. Texts.Select(text => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];

        public static readonly Dictionary<string, T> Values =
            Enum.GetValues<T>().ToDictionary(value => Texts[Unsafe.BitCast<T, int>(value)], StringComparer.Ordinal);

        public static readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> ValuesBySpan =
            Values.GetAlternateLookup<ReadOnlySpan<char>>();

        private static string WordOf(string member) =>
            typeof(T).GetField(member)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? member;
    }
}
