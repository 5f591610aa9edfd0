using System.Diagnostics.Metrics;

namespace TelephonyActors.Host.Metering;

/// <summary>The instruments of the service, under one name: <c>GET /metrics</c> shows them, and any other listener can.</summary>
internal static class ServiceMeter
{
    public const string Name = "TelephonyActors";

    public static Meter Create() => new(Name);

    /// <summary>A measurement per index whose count is not 0, tagged with the index's name.</summary>
    public static IEnumerable<Measurement<long>> Counts(long[] counts, Func<int, KeyValuePair<string, object?>[]> tagsOf)
    {
        for (var at = 0; at < counts.Length; at++)
            if (Volatile.Read(ref counts[at]) is > 0 and var count) yield return new Measurement<long>(count, tagsOf(at));
    }
}
