using System.Collections.Immutable;
using HdrHistogram;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>What a load came to.</summary>
internal sealed record LoadResult
{
    public const double BytesOfMB = 1024 * 1024;

    public required LoadTotals Totals { get; init; }

    /// <summary>From the first call to the end of the last one.</summary>
    public required TimeSpan Took { get; init; }

    public required LoadLatency Latency { get; init; }

    /// <summary>Percentiles and what they are, in milliseconds.</summary>
    public required ImmutableArray<(double Percentile, double Ms)> Distribution { get; init; }

    public required int PeakLiveCalls { get; init; }

    public required double PeakWorkingSetMB { get; init; }

    /// <summary>What the managed heap held when every DN was registered, and nobody had called.</summary>
    public required double HeapBeforeMB { get; init; }

    /// <summary>What it held when as many calls were up as the concurrency says, before the first was released; null: they never were.</summary>
    public required double? HeapUpMB { get; init; }

    /// <summary>What it held when every call had ended.</summary>
    public required double HeapAfterMB { get; init; }

    public required int Violations { get; init; }

    /// <summary>Open loop: calls that were due and did not begin, because no DN was free.</summary>
    public required long Overdue { get; init; }

    /// <summary>The first sentences about what went wrong.</summary>
    public required ImmutableArray<string> Sentences { get; init; }

    public required ImmutableArray<LoadSample> Samples { get; init; }

    public double CallsPerSecond => Took > TimeSpan.Zero ? Totals.Calls / Took.TotalSeconds : 0;

    public double EventsPerSecond => Took > TimeSpan.Zero ? Totals.Events / Took.TotalSeconds : 0;

    public bool IsWell => Violations == 0 && Totals.FailedCalls == 0;
}

/// <summary>From sending a request, or its intended time, to the event with its ReferenceID; milliseconds.</summary>
internal sealed record LoadLatency(double P50, double P90, double P99, double P999, double Max)
{
    public static LoadLatency Of(LongHistogram all) =>
        all.TotalCount == 0 ? new LoadLatency(0, 0, 0, 0, 0) : new LoadLatency(Ms(all, 50), Ms(all, 90), Ms(all, 99), Ms(all, 99.9), Ms(all, 100));

    public static double Ms(LongHistogram all, double percentile) => all.GetValueAtPercentile(percentile) / (double)TimeSpan.TicksPerMillisecond;

    /// <summary>The percentiles of a chart: nine in each decade of what is slower, down to one in a million.</summary>
    public static ImmutableArray<(double Percentile, double Ms)> Distribution(LongHistogram all)
    {
        if (all.TotalCount == 0) return [];

        var points = ImmutableArray.CreateBuilder<(double, double)>();
        for (var slower = 1.0; slower >= 1e-6 && slower * all.TotalCount >= 1; slower /= 10)
        {
            for (var part = 10; part > 1; part--)
            {
                var percentile = 100 * (1 - (slower * part / 10));
                points.Add((percentile, Ms(all, percentile)));
            }
        }

        points.Add((100, Ms(all, 100)));
        return points.ToImmutable();
    }
}
