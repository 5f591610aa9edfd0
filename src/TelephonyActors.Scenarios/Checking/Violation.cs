namespace TelephonyActors.Scenarios.Checking;

/// <summary>An invariant of call models, chapter 9, that the event stream does not keep.</summary>
/// <param name="Invariant">Its number, 1 to 10.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Position">The event that shows it, as whoever fed the checker numbered it: the line of a log, a count of events.</param>
public sealed record Violation(int Invariant, string Sentence, long Position);
