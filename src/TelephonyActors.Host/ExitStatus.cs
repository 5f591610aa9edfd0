namespace TelephonyActors.Host;

/// <summary>What the process says at its end (contract, The command line).</summary>
internal static class ExitStatus
{
    /// <summary>All well.</summary>
    public const int Well = 0;

    /// <summary>The emulated system did not do what was expected, or the surroundings failed during the work.</summary>
    public const int NotAsExpected = 1;

    /// <summary>Bad input, or the surroundings refuse before the work begins.</summary>
    public const int BadInput = 2;
}
