using System.Diagnostics;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>What many seeds came to.</summary>
/// <param name="Tally">What was reached.</param>
/// <param name="Failing">How many seeds failed and which one first, by kind of failure.</param>
/// <param name="First">The lowest of them and how it failed; null: none did.</param>
/// <param name="Elapsed">How long it took, the only thing about it that is measured.</param>
internal sealed record Explored(Tally Tally, IReadOnlyDictionary<string, (int Count, ulong First)> Failing, (ulong Seed, Failure Failure)? First, TimeSpan Elapsed)
{
    public int Violations => Failing.Values.Sum(kind => kind.Count);
}

/// <summary>Runs seeds on all cores, one simulation per thread. What comes of a seed does not depend on the others.</summary>
internal sealed class Explorer(ExploreOptions options)
{
    private readonly object _gate = new();
    private readonly Tally _tally = new();
    private int _next;
    private readonly SortedDictionary<string, (int Count, ulong First)> _failing = new(StringComparer.Ordinal);
    private (ulong Seed, Failure Failure)? _first;

    public static Explored Run(ExploreOptions options) => new Explorer(options).Run();

    /// <summary>Whose turn it is, as the seed says; another stream of numbers than that of its moves.</summary>
    public static SeededChoice ChoiceOf(ulong seed) => Choice.Seeded(seed ^ 0xD1B54A32D192ED03);

    private Explored Run()
    {
        var started = Stopwatch.GetTimestamp();
        var threads = new Thread[Math.Min(Environment.ProcessorCount, options.Seeds)];
        for (var at = 0; at < threads.Length; at++)
        {
            threads[at] = new Thread(Work) { IsBackground = true, Name = "explore" };
            threads[at].Start();
        }

        foreach (var thread in threads) thread.Join();
        return new Explored(_tally, _failing, _first, Stopwatch.GetElapsedTime(started));
    }

    private void Work()
    {
        using var system = new ExploredSystem();
        var tally = new Tally();
        for (var at = Interlocked.Increment(ref _next) - 1; at < options.Seeds; at = Interlocked.Increment(ref _next) - 1)
        {
            var seed = options.FirstSeed + (ulong)at;
            var result = SeedRun.OfSeed(system, options, seed, ChoiceOf(seed), tally);
            if (result.Failure is { } failure) Fail(seed, failure);
        }

        lock (_gate) _tally.Add(tally);
    }

    private void Fail(ulong seed, Failure failure)
    {
        lock (_gate)
        {
            var (count, first) = _failing.GetValueOrDefault(failure.Kind, (0, seed));
            _failing[failure.Kind] = (count + 1, Math.Min(first, seed));
            if (_first is null || seed < _first.Value.Seed) _first = (seed, failure);
        }
    }
}
