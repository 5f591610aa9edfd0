using System.Collections.Concurrent;
using HdrHistogram;
using TelephonyActors.Scenarios.Checking;
using TelephonyActors.Scenarios.Loading.Flows;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>
/// Loads a switch through its public interface: clients like applications, islands of DNs that make one call after the other, and
/// what was counted and found. It works on the threads of the switch; which call comes next is the <see cref="LoadGate"/>'s.
/// </summary>
internal sealed class LoadDriver : IDisposable
{
    private const int Applications = 4;
    private const int RegisteringAtOnce = 20_000;
    private const int MostSentences = 10;

    private readonly ISwitch _switch;
    private readonly Island[] _islands;
    private readonly LoadClient[] _clients;
    private readonly MonitoringClient _monitoring;
    private readonly InvariantChecker _elsewhere;
    private readonly ThreadLocal<LoadCounters> _counters = new(static () => new LoadCounters(), trackAllValues: true);
    private readonly ConcurrentQueue<string> _sentences = new();
    private readonly LongHistogram _latencies = LoadCounters.Histogram();
    private volatile Task _ready = Task.CompletedTask;
    private long _referencesOutside;
    private int _heardOutside;
    private int _registered;
    private int _violations;
    private int _told;
    private int _live;
    private int _mostLive;

    public LoadDriver(ISwitch at, LoadPlan plan, LoadOptions options, LoadTime time)
    {
        (_switch, Plan, Time) = (at, plan, time);
        var facts = new SwitchFacts();
        foreach (var line in plan.Switch.SharedLines) facts.WithLine(line.Members, line.Appearances);
        Checking = new CheckerSettings(facts, Complete: true, RequestKnowledge.OneClient, Report);
        _elsewhere = new InvariantChecker(Checking);
        _islands = new Island[plan.Islands];
        _clients = new LoadClient[Applications];
        for (var client = 0; client < Applications; client++) _clients[client] = new LoadClient(this, at);
        _monitoring = new MonitoringClient(this, at);
        for (var island = 0; island < _islands.Length; island++)
            _islands[island] = new Island(island, this);
        Gate = new LoadGate(this, _islands, plan.Concurrency, options);
    }

    public LoadTime Time { get; }

    /// <summary>What the checker of every island is made with.</summary>
    public CheckerSettings Checking { get; }

    public LoadGate Gate { get; }

    public LoadPlan Plan { get; }

    public FlowMix Mix => Plan.Mix;

    /// <summary>Whether the switch may be given more: one that records may have to catch up first.</summary>
    public bool IsReady
    {
        get
        {
            if (_ready.IsCompletedSuccessfully) _ready = Ask(_switch.ReadyAsync(CancellationToken.None));
            return _ready.IsCompletedSuccessfully;
        }
    }

    /// <summary>The switch takes nothing any more: it was to be recorded, and cannot be.</summary>
    public bool IsOut => !IsReady && _ready.IsFaulted;

    /// <summary>What this thread counts.</summary>
    public LoadCounters Counters => _counters.Value!;

    /// <summary>The first sentences about what is wrong.</summary>
    public ConcurrentQueue<string> Sentences => _sentences;

    public int Violations => Volatile.Read(ref _violations);

    /// <summary>Calls that exist now, those that are up and those that are not yet.</summary>
    public int Live => Volatile.Read(ref _live);

    /// <summary>The most calls that existed at the same time.</summary>
    public int MostLive => Volatile.Read(ref _mostLive);

    /// <summary>What the managed heap held when all calls were up; null: they have not been yet.</summary>
    public double? HeapUpMB { get; private set; }

    /// <summary>The latencies of every answer taken over by <see cref="TakeLatencies"/>, in ticks of 100 ns.</summary>
    public LongHistogram Latencies => _latencies;

    /// <summary>Registers every DN and starts call monitoring; ends early where the switch is out.</summary>
    public void Register()
    {
        _monitoring.Start();
        for (var island = 0; island < _islands.Length; island++)
        {
            _islands[island].Register();
            while (island - Volatile.Read(ref _registered) >= RegisteringAtOnce && !IsOut) Time.Pass(TimeSpan.FromMilliseconds(1));
        }

        while ((Volatile.Read(ref _registered) < _islands.Length || Volatile.Read(ref _heardOutside) == 0) && !IsOut)
            Time.Pass(TimeSpan.FromMilliseconds(1));
    }

    /// <summary>As many calls are up as the concurrency says, and nothing moves.</summary>
    public void AllAreUp() => HeapUpMB = LoadMemory.HeapMB();

    public LoadTotals Totals()
    {
        var totals = default(LoadTotals);
        foreach (var counters in _counters.Values)
        {
            totals = new LoadTotals(
                totals.Calls + counters.Calls,
                totals.FailedCalls + counters.FailedCalls,
                totals.Requests + counters.Requests,
                totals.Events + counters.Events);
        }

        return totals;
    }

    /// <summary>Adds what was measured since the last time to <see cref="Latencies"/> and returns it.</summary>
    public LongHistogram TakeLatencies()
    {
        var since = LoadCounters.Histogram();
        foreach (var counters in _counters.Values) counters.AddTo(since);
        _latencies.Add(since);
        return since;
    }

    /// <summary>Gives up on the calls that have not ended; nothing will be heard of them any more. It is not held against a switch that is out.</summary>
    public void GiveUp()
    {
        var isOut = IsOut;
        foreach (var island in _islands)
        {
            if (island.GiveUp(judge: !isOut) is not { } sentence) continue;
            Counters.Failed(0);
            if (!isOut) Tell(sentence);
        }
    }

    public void Dispose()
    {
        _monitoring.Dispose();
        foreach (var client in _clients) client.Dispose();
        _counters.Dispose();
    }

    public LoadClient ClientOf(int island) => _clients[island % Applications];

    public Island? IslandOf(string? number) => Plan.IslandOf(number) is >= 0 and var island ? _islands[island] : null;

    private static Task Ask(ValueTask ready) => ready.IsCompletedSuccessfully ? Task.CompletedTask : ready.AsTask();

    /// <summary>A request of no DN.</summary>
    public TRequest Outside(RequestName name)
    {
        lock (_elsewhere)
        {
            // Far above the numbers of the islands.
            var request = new TRequest { Request = Words.Of(name), ReferenceID = long.MaxValue - ++_referencesOutside };
            _elsewhere.Request(request, 0);
            return request;
        }
    }

    /// <summary>An event that is of no island: the link's, or one that should not have come.</summary>
    public void HearElsewhere(TEvent heard)
    {
        lock (_elsewhere) _elsewhere.Hear(heard, 0);
        if (heard.Event == EventName.EventACK) Interlocked.Increment(ref _heardOutside);
    }

    /// <summary>A client hears of a DN that another one has registered.</summary>
    public void HearOfOther(TEvent heard) =>
        Report(new Violation(8, $"{heard.Event} of DN {heard.ThisDN} came to a client that has not registered this DN", 0));

    public void Report(Violation violation)
    {
        Interlocked.Increment(ref _violations);
        Tell(FormattableString.Invariant($"invariant {violation.Invariant}: {violation.Sentence}"));
    }

    /// <summary>Keeps a sentence about what is wrong, if it is one of the first.</summary>
    public void Tell(string sentence)
    {
        if (Interlocked.Increment(ref _told) <= MostSentences) _sentences.Enqueue(sentence);
    }

    public void Registered() => Interlocked.Increment(ref _registered);

    /// <summary>A call has come to be.</summary>
    public void Alive()
    {
        var live = Interlocked.Increment(ref _live);
        for (var most = _mostLive; live > most;)
        {
            var before = Interlocked.CompareExchange(ref _mostLive, live, most);
            if (before == most) break;
            most = before;
        }
    }

    /// <summary>A call has ended, or is given up.</summary>
    public void Gone() => Interlocked.Decrement(ref _live);
}

/// <summary>What was counted.</summary>
internal readonly record struct LoadTotals(long Calls, long FailedCalls, long Requests, long Events);
