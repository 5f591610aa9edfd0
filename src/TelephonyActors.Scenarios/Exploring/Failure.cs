using System.Globalization;
using TelephonyActors.Scenarios.Checking;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>What went wrong in a run.</summary>
/// <param name="Kind">What sort of thing: the number of an invariant, an exception, a hang, a leak. A shorter run has to fail in the same way.</param>
/// <param name="Sentence">What it is.</param>
internal sealed record Failure(string Kind, string Sentence)
{
    public const string Exception = "exception";
    public const string Hang = "hang";
    public const string Leak = "leak (invariant 10)";
    public const string LateLine = "a line told late (call models 7)";

    public static Failure OfInvariant(int number, string sentence) =>
        new(string.Create(CultureInfo.InvariantCulture, $"invariant {number}"), sentence);

    public static Failure Of(Violation violation) => OfInvariant(violation.Invariant, violation.Sentence);

    public static Failure Of(Exception bug) => new(Exception, $"{bug.GetType().Name}: {bug.Message} {Where(bug)}");

    public override string ToString() => $"{Kind}: {Sentence}";

    // The innermost method is enough to find it; the run itself can be had again.
    private static string Where(Exception bug) =>
        bug.StackTrace?.Split('\n', 2)[0].Trim() is { Length: > 0 } frame ? $"({frame.Split(" in ", 2)[0]})" : "";
}
