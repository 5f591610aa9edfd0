using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>What was reached in many runs; one thread's, or all threads' together.</summary>
internal sealed class Tally
{
    private readonly long[] _events = new long[Enum.GetValues<EventName>().Length];
    private readonly SortedDictionary<int, long> _refusals = [];
    private readonly HashSet<ulong> _outcomes = [];
    private ulong _outcome;

    public int Seeds { get; private set; }

    public long Requests { get; set; }

    public long Events { get; private set; }

    /// <summary>Runs that differ in what was heard.</summary>
    public int DistinctOutcomes => _outcomes.Count;

    public IReadOnlyDictionary<int, long> RefusalsByCode => _refusals;

    /// <summary>How often each event was heard, in T-Library's order; never heard ones too.</summary>
    public IEnumerable<(EventName Name, long Count)> EventsByName => _events.Select((count, at) => ((EventName)at, count));

    /// <summary>An event of the switch: each counts once, however many clients hear it.</summary>
    public void Hear(TEvent heard)
    {
        Events++;
        _events[(int)heard.Event]++;
        if (heard.ErrorCode is { } code) _refusals[code] = _refusals.GetValueOrDefault(code) + 1;
        Mix((uint)heard.Event | ((ulong)(heard.CallState ?? 0) << 8) | ((ulong)(heard.State ?? 0) << 16) | ((ulong)(heard.ErrorCode ?? 0) << 24));
        foreach (var letter in heard.ThisDN ?? heard.DN ?? "") Mix(letter);
    }

    public void EndRun()
    {
        Seeds++;
        _outcomes.Add(_outcome);
        _outcome = 0;
    }

    public void Add(Tally other)
    {
        Seeds += other.Seeds;
        Requests += other.Requests;
        Events += other.Events;
        for (var at = 0; at < _events.Length; at++) _events[at] += other._events[at];
        foreach (var (code, count) in other._refusals) _refusals[code] = _refusals.GetValueOrDefault(code) + count;
        _outcomes.UnionWith(other._outcomes);
    }

    // FNV-1a, by words instead of bytes: only whether two runs differ matters.
    private void Mix(ulong value) => _outcome = (_outcome ^ value ^ 0xCBF29CE484222325) * 0x100000001B3;
}
