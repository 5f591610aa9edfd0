namespace TelephonyActors.Sessions.Wire;

/// <summary>What was recorded cannot be read: it is damaged, or a newer version wrote it.</summary>
/// <param name="what">What is wrong, as the end of a sentence.</param>
/// <param name="inner">Why; null: nothing more is known.</param>
public sealed class DamagedRecordException(string what, Exception? inner = null) : Exception(what, inner);
