using HdrHistogram;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>What one thread of the switch has counted; others may read while it counts.</summary>
internal sealed class LoadCounters
{
    /// <summary>A latency that is longer than an hour counts as an hour.</summary>
    public const long LongestLatency = TimeSpan.TicksPerHour;

    private const int SignificantDigits = 3;

    private readonly Recorder _latencies = new(1, LongestLatency, SignificantDigits, static (id, lowest, highest, digits) => new LongHistogram(id, lowest, highest, digits));
    private HistogramBase? _recycled;

    public long Calls { get; private set; }

    public long FailedCalls { get; private set; }

    public long Requests { get; private set; }

    public long Events { get; private set; }

    /// <summary>A histogram of latencies in ticks of 100 ns.</summary>
    public static LongHistogram Histogram() => new(1, LongestLatency, SignificantDigits);

    /// <summary>A call has ended after so many events.</summary>
    public void Ended(int events)
    {
        Calls++;
        Events += events;
    }

    /// <summary>A call did not go as its flow goes.</summary>
    public void Failed(int events)
    {
        FailedCalls++;
        Events += events;
    }

    /// <summary>A request was answered after so many ticks.</summary>
    public void Answered(long latency)
    {
        Requests++;
        _latencies.RecordValue(Math.Clamp(latency, 1, LongestLatency));
    }

    /// <summary>Adds the latencies since the last time.</summary>
    public void AddTo(HistogramBase all)
    {
        _recycled = _latencies.GetIntervalHistogram(_recycled);
        all.Add(_recycled);
    }
}
