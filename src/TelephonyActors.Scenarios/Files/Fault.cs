using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TelephonyActors.Scenarios.Files;

/// <summary>A place in a user's file, lines and columns from 1; line 0 stands for the file as a whole.</summary>
public readonly record struct FilePosition(string Path, int Line, int Column)
{
    public static FilePosition Whole(string path) => new(path, 0, 0);

    public override string ToString() =>
        Line == 0 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}");
}

/// <summary>
/// One thing that is wrong in a user's input, as one line: <c>path:line:column: what is wrong; what is allowed</c> (contract, chapter 3).
/// </summary>
public sealed record Fault(FilePosition Position, string Wrong, string Allowed)
{
    public override string ToString() => OneLine($"{Position}: {Wrong}; allowed: {Allowed}");

    // What a user wrote is quoted in the line; it must stay one line, and send nothing to the terminal but text.
    private static string OneLine(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        var line = new StringBuilder();
        foreach (var character in text)
            _ = char.IsControl(character)
                ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                : line.Append(character);
        return line.ToString();
    }
}

/// <summary>The user's input is not what the contract's chapter 3 describes: exit status 2, each fault on a line of its own.</summary>
public sealed class BadInputException : Exception
{
    public BadInputException(ImmutableArray<Fault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    public BadInputException(Fault fault)
        : this([fault]) { }

    /// <summary>File by file, in the order in which they stand there; never empty.</summary>
    public ImmutableArray<Fault> Faults { get; }
}
