using System.Diagnostics;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>How a load stands at some moment, with what was measured since the moment before.</summary>
/// <param name="Seconds">Since the first call.</param>
/// <param name="Calls">Calls that have ended.</param>
/// <param name="Events">Events of calls that have ended.</param>
/// <param name="CallsPerSecond">Since the moment before.</param>
/// <param name="LiveCalls">Calls that exist.</param>
/// <param name="Violations">So far.</param>
/// <param name="P50Ms">The median latency since the moment before, in milliseconds; null: nothing was answered.</param>
/// <param name="P99Ms">The 99th percentile.</param>
/// <param name="WorkingSetMB">The memory of the process.</param>
public sealed record LoadSample(
    double Seconds,
    long Calls,
    long Events,
    double CallsPerSecond,
    int LiveCalls,
    int Violations,
    double? P50Ms,
    double? P99Ms,
    double WorkingSetMB);

/// <summary>One load from the first call to the last: lets time pass, looks how it goes, and knows when it is over.</summary>
internal sealed class LoadRun
{
    private static readonly TimeSpan BetweenTicks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenDueTicks = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan BetweenSamples = TimeSpan.FromSeconds(1);

    // No event of a switch that has nothing but calls to make takes so long.
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(10);

    private readonly LoadDriver _driver;
    private readonly LoadOptions _options;
    private readonly Action<LoadSample> _watch;
    private readonly List<LoadSample> _samples = [];
    private readonly Process _process = Process.GetCurrentProcess();
    private LoadTotals _totalsBefore;
    private long _began;
    private long _sampled;

    public LoadRun(LoadDriver driver, LoadOptions options, Action<LoadSample> watch) =>
        (_driver, _options, _watch) = (driver, options, watch);

    /// <summary>Loads until all is over, or for as long as was asked; cancelled, it lets the calls that are alive end.</summary>
    public LoadResult Run(CancellationToken cancelled)
    {
        var heap = LoadMemory.HeapMB();
        _began = _sampled = _driver.Time.Now;
        _driver.Gate.Open();
        var (progress, moved) = (0L, _began);
        while (!_driver.Gate.IsOver)
        {
            _driver.Time.Pass(_options.Rate is null ? BetweenTicks : BetweenDueTicks);
            var now = _driver.Time.Now;
            if (cancelled.IsCancellationRequested || now - _began >= _options.Duration?.Ticks) _driver.Gate.Stop();
            _driver.Gate.Tick();
            if (now - _sampled >= BetweenSamples.Ticks) Sample(now);
            if (_driver.IsOut) break;
            if (_driver.Gate.Progress != progress) (progress, moved) = (_driver.Gate.Progress, now);
            else if (now - moved >= Standstill.Ticks && _driver.Live + _driver.Gate.Begun > 0 && !IsIdle(now)) break;
        }

        var end = _driver.Time.Now;
        var overdue = _driver.Gate.Overdue;
        if (!_driver.Gate.IsOver) _driver.GiveUp();
        Sample(end);
        return Result(TimeSpan.FromTicks(end - _began), overdue, heap);
    }

    // In an open loop the next call may be due much later.
    private bool IsIdle(long now) => _driver.Live == 0 && _options.Rate is { } rate && (now - _began) * rate < (_driver.Gate.Begun + 1) * (double)TimeSpan.TicksPerSecond;

    private void Sample(long now)
    {
        var totals = _driver.Totals();
        var since = _driver.TakeLatencies();
        var seconds = (now - _sampled) / (double)TimeSpan.TicksPerSecond;
        _process.Refresh();
        var sample = new LoadSample(
            (now - _began) / (double)TimeSpan.TicksPerSecond,
            totals.Calls,
            totals.Events,
            seconds > 0 ? (totals.Calls - _totalsBefore.Calls) / seconds : 0,
            _driver.Live,
            _driver.Violations,
            since.TotalCount > 0 ? LoadLatency.Ms(since, 50) : null,
            since.TotalCount > 0 ? LoadLatency.Ms(since, 99) : null,
            _process.WorkingSet64 / LoadResult.BytesOfMB);
        (_sampled, _totalsBefore) = (now, totals);
        _samples.Add(sample);
        _watch(sample);
    }

    private LoadResult Result(TimeSpan took, long overdue, double heapBefore)
    {
        _process.Refresh();
        return new LoadResult
        {
            Totals = _driver.Totals(),
            Took = took,
            Latency = LoadLatency.Of(_driver.Latencies),
            Distribution = LoadLatency.Distribution(_driver.Latencies),
            PeakLiveCalls = _driver.MostLive,
            PeakWorkingSetMB = _process.PeakWorkingSet64 / LoadResult.BytesOfMB,
            HeapBeforeMB = heapBefore,
            HeapUpMB = _driver.HeapUpMB,
            HeapAfterMB = LoadMemory.HeapMB(),
            Violations = _driver.Violations,
            Overdue = overdue,
            Sentences = [.. _driver.Sentences],
            Samples = [.. _samples],
        };
    }
}
