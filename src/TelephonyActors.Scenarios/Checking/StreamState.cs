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

/// <summary>What a checker is made with. The checkers of a load, of which there are many, share it.</summary>
/// <param name="Facts">What is known of the switch's configuration; checkers add what the events tell.</param>
/// <param name="Complete">All DNs are registered and monitoring is on from the beginning of the stream.</param>
/// <param name="Requests">What is known of the requests behind the answers.</param>
/// <param name="Report">Called once for each violation.</param>
/// <param name="Swapped">Told the positions of two events of one source that stand the wrong way round.</param>
internal sealed record CheckerSettings(
    SwitchFacts Facts, bool Complete, RequestKnowledge Requests, Action<Violation> Report, Action<long, long>? Swapped = null);

/// <summary>
/// The part of a checker that its rules share: the calls, the DNs, what is known of the switch, and where violations go. A load has a
/// checker for every call, so that it is one object with it, and what few streams have stands in another.
/// </summary>
public abstract class StreamState
{
    private readonly CheckerSettings _settings;
    private SmallMap<string, DnRecord, DnsByNumber> _dns;
    private SmallMap<ConnID, CallRecord, CallsByConnID> _calls;
    private Seldom? _seldom;

    private protected StreamState(CheckerSettings settings)
    {
        _settings = settings;
        Monitoring = MonitoringComplete = settings.Complete;
    }

    /// <summary>Neither side has anything of any call.</summary>
    public bool IsIdle => _calls.Count == 0;

    /// <summary>The switch's configuration as far as it is known.</summary>
    internal SwitchFacts Facts => _settings.Facts;

    /// <summary>All DNs are registered and monitoring is on from the beginning of the stream.</summary>
    internal bool Complete => _settings.Complete;

    /// <summary>What is known of the requests behind the answers.</summary>
    internal RequestKnowledge Requests => _settings.Requests;

    /// <summary>Whether the client's requests are told.</summary>
    internal bool RequestsAreTold { get; set; }

    /// <summary>Monitoring is heard.</summary>
    internal bool Monitoring { get; set; }

    /// <summary>Monitoring is heard since the beginning: a call of which it has not told does not exist.</summary>
    internal bool MonitoringComplete { get; set; }

    /// <summary>Calls deleted while monitoring was not complete.</summary>
    internal HashSet<ConnID> Ended => Rarely.Ended;

    /// <summary>How often the switch was at rest; between two rests lies a period, in a run a step.</summary>
    internal int Period { get; set; }

    /// <summary>The calls of which either side has something, as they are now.</summary>
    internal Few<CallRecord> Calls => _calls.Values;

    /// <summary>What is kept of the answers where requests are not told; null: nothing yet.</summary>
    internal UntoldRequests? Untold => _seldom?.Untold;

    internal UntoldRequests UntoldOrNew => Rarely.Untold ??= new();

    /// <summary>Who won and lost a call to a shared line; null: nobody yet.</summary>
    internal LosersRule? Losers => _seldom?.Losers;

    internal LosersRule LosersOrNew => Rarely.Losers ??= new();

    private Seldom Rarely => _seldom ??= new();

    internal bool HasEnded(ConnID connID) => _seldom is not null && _seldom.Ended.Contains(connID);

    internal CallRecord? Find(ConnID connID) => _calls.Find(connID);

    internal CallRecord FindOrAdd(ConnID connID)
    {
        if (_calls.Find(connID) is { } known) return known;
        var call = new CallRecord(connID);
        _calls.Add(call);
        return call;
    }

    /// <summary>Forgets a call of which neither side has anything any more.</summary>
    internal void Forget(CallRecord call)
    {
        if (call.Stays.Count > 0 || call.Parties.Count > 0 || call.Awaited > 0) return;
        if (call.Deleted || (!call.Known && !MonitoringComplete)) _calls.Remove(call.ConnID);
    }

    /// <summary>At rest monitoring has told all: a call that no column is in and of which it has not told was none.</summary>
    internal void ForgetAtRest(CallRecord call)
    {
        if (call.Stays.Count == 0 && call.Parties.Count == 0 && (call.Deleted || !call.Known)) _calls.Remove(call.ConnID);
    }

    internal DnRecord Dn(string number)
    {
        var dn = Record(number);
        dn.Known = true;
        return dn;
    }

    /// <summary>Where the numbers of a DN's events stand; whoever asks knows nothing else of the DN.</summary>
    internal NumberedSource Numbered(string dn) => Record(dn);

    /// <summary>Whether the number's own column must tell what monitoring tells of it; an external has none (call models 9).</summary>
    internal bool HasColumn(string number, bool isOurs)
    {
        if (_dns.Find(number) is { Known: true } dn) return dn.Registered && dn.Complete;
        return Complete && (isOurs || Facts.HasColumn(number));
    }

    /// <summary>Monitoring has deleted the call under its parties' feet: nothing more is told of it.</summary>
    internal void Spoil(CallRecord call) => Rarely.Spoiled.Add(call.ConnID);

    /// <summary>Two neighbours of one source stand the wrong way round: the earlier line's position and the later one's.</summary>
    internal void Swap(long earlier, long later) => _settings.Swapped?.Invoke(earlier, later);

    internal void Report(int invariant, long position, string sentence) => _settings.Report(new Violation(invariant, sentence, position));

    /// <summary>Reports an invariant once for a DN in a call: what follows from the first break is none of its own.</summary>
    internal void Report(int invariant, CallRecord call, string dn, long position, string sentence)
    {
        if (_seldom is not null && _seldom.Spoiled.Contains(call.ConnID)) return;
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

    /// <summary>What streams have that are not complete, not in order, or of shared lines.</summary>
    private sealed class Seldom
    {
        public HashSet<ConnID> Spoiled { get; } = [];

        public HashSet<ConnID> Ended { get; } = [];

        public UntoldRequests? Untold { get; set; }

        public LosersRule? Losers { get; set; }
    }
}
