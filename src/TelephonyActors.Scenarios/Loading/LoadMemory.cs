namespace TelephonyActors.Scenarios.Loading;

/// <summary>What the managed heap holds at a moment when no call is in motion.</summary>
internal static class LoadMemory
{
    /// <summary>
    /// Collects whatever is of no use any more, gives its room back to the system, so that what comes next takes what it needs itself,
    /// and says what is left, in MB.
    /// </summary>
    public static double HeapMB()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: false) / LoadResult.BytesOfMB;
    }
}
