namespace TelephonyActors.Service.Tests;

/// <summary>How much of a long test runs: a fiftieth, or all of it with LONG_TESTS=1.</summary>
internal static class LongTests
{
    public static int Of(int full) => Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? full : full / 50;
}
