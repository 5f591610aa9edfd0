using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>A DN whose column is heard.</summary>
internal sealed class DnRecord(string number, bool complete) : NumberedSource(complete)
{
    private Seldom? _seldom;

    public string Number { get; } = number;

    /// <summary>Something was heard of it; before, it has only been numbered.</summary>
    public bool Known { get; set; }

    /// <summary>Its column is heard; after EventUnregistered it is not.</summary>
    public bool Registered { get; set; } = true;

    /// <summary>All its calls are known: it was heard from the start, or EventRegistered told of them.</summary>
    public bool Complete { get; set; } = complete;

    /// <summary>The appearance that the phone seized or goes off hook for, until a call of the DN has it.</summary>
    public long? Seized
    {
        get => _seldom?.Seized;
        set
        {
            if (value is not null || _seldom is not null) Rarely.Seized = value;
        }
    }

    public long SeizedPosition
    {
        get => _seldom?.SeizedPosition ?? 0;
        set => Rarely.SeizedPosition = value;
    }

    /// <summary>The stays that have an appearance.</summary>
    public List<Stay> Appearances => Rarely.Appearances;

    /// <summary>Calls that the DN has left, where not every call is known from its beginning: what comes of them later comes too late.</summary>
    public HashSet<ConnID> Left => Rarely.Left;

    private Seldom Rarely => _seldom ??= new();

    public bool HasLeft(ConnID call) => _seldom is not null && _seldom.Left.Contains(call);

    /// <summary>The stay, if it had an appearance, has ended.</summary>
    public void Leave(Stay stay) => _seldom?.Appearances.Remove(stay);

    public void LeaveAll() => _seldom?.Appearances.Clear();

    /// <summary>What only members of shared lines have, and DNs that are not heard from their beginning.</summary>
    private sealed class Seldom
    {
        public List<Stay> Appearances { get; } = [];

        public HashSet<ConnID> Left { get; } = [];

        public long? Seized { get; set; }

        public long SeizedPosition { get; set; }
    }
}

/// <summary>DNs by their numbers.</summary>
internal readonly struct DnsByNumber : IKeys<string, DnRecord>
{
    public static string Of(DnRecord value) => value.Number;

    public static bool Is(DnRecord value, string key) => value.Number == key;
}

/// <summary>Calls by their ConnIDs.</summary>
internal readonly struct CallsByConnID : IKeys<ConnID, CallRecord>
{
    public static ConnID Of(CallRecord value) => value.ConnID;

    public static bool Is(CallRecord value, ConnID key) => value.ConnID == key;
}

/// <summary>What the rules share: the calls, the DNs, what is known of the switch, and where violations go.</summary>
internal sealed class StreamState(SwitchFacts facts, bool complete, Action<Violation> report)
{
    private SmallMap<string, DnRecord, DnsByNumber> _dns;
    private SmallMap<ConnID, CallRecord, CallsByConnID> _calls;
    private HashSet<ConnID>? _spoiled;
    private HashSet<ConnID>? _ended;

    /// <summary>The switch's configuration as far as it is known.</summary>
    public SwitchFacts Facts { get; } = facts;

    /// <summary>All DNs are registered and monitoring is on from the beginning of the stream.</summary>
    public bool Complete { get; } = complete;

    /// <summary>Monitoring is heard.</summary>
    public bool Monitoring { get; set; } = complete;

    /// <summary>Monitoring is heard since the beginning: a call of which it has not told does not exist.</summary>
    public bool MonitoringComplete { get; set; } = complete;

    /// <summary>Calls deleted while monitoring was not complete.</summary>
    public HashSet<ConnID> Ended => _ended ??= [];

    /// <summary>How often the switch was at rest; between two rests lies a period, in a run a step.</summary>
    public int Period { get; set; }

    /// <summary>Neither side has anything of any call.</summary>
    public bool IsIdle => _calls.Count == 0;

    /// <summary>The calls of which either side has something, as they are now.</summary>
    public Few<CallRecord> Calls => _calls.Values;

    public bool HasEnded(ConnID connID) => _ended is not null && _ended.Contains(connID);

    public CallRecord? Find(ConnID connID) => _calls.Find(connID);

    public CallRecord FindOrAdd(ConnID connID)
    {
        if (_calls.Find(connID) is { } known) return known;
        var call = new CallRecord(connID);
        _calls.Add(call);
        return call;
    }

    /// <summary>Forgets a call of which neither side has anything any more.</summary>
    public void Forget(CallRecord call)
    {
        if (call.Stays.Count > 0 || call.Parties.Count > 0 || call.Awaited > 0) return;
        if (call.Deleted || (!call.Known && !MonitoringComplete)) _calls.Remove(call.ConnID);
    }

    /// <summary>At rest monitoring has told all: a call that no column is in and of which it has not told was none.</summary>
    public void ForgetAtRest(CallRecord call)
    {
        if (call.Stays.Count == 0 && call.Parties.Count == 0 && (call.Deleted || !call.Known)) _calls.Remove(call.ConnID);
    }

    public DnRecord Dn(string number)
    {
        var dn = Record(number);
        dn.Known = true;
        return dn;
    }

    /// <summary>Where the numbers of a DN's events stand; whoever asks knows nothing else of the DN.</summary>
    public NumberedSource Numbered(string dn) => Record(dn);

    /// <summary>Whether the number's own column must tell what monitoring tells of it; an external has none (call models 9).</summary>
    public bool HasColumn(string number, bool isOurs)
    {
        if (_dns.Find(number) is { Known: true } dn) return dn.Registered && dn.Complete;
        return Complete && (isOurs || Facts.HasColumn(number));
    }

    /// <summary>Monitoring has deleted the call under its parties' feet: nothing more is told of it.</summary>
    public void Spoil(CallRecord call) => (_spoiled ??= []).Add(call.ConnID);

    public void Report(int invariant, long position, string sentence) => report(new Violation(invariant, sentence, position));

    /// <summary>Reports an invariant once for a DN in a call: what follows from the first break is none of its own.</summary>
    public void Report(int invariant, CallRecord call, string dn, long position, string sentence)
    {
        if (_spoiled is not null && _spoiled.Contains(call.ConnID)) return;
        if (invariant is 3 or 9) call.CountDoubtful = true;
        if (call.FirstReport(dn, invariant)) Report(invariant, position, sentence);
    }

    private DnRecord Record(string number)
    {
        if (_dns.Find(number) is { } known) return known;
        var dn = new DnRecord(number, Complete);
        _dns.Add(dn);
        return dn;
    }
}
