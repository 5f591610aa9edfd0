using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>A party as monitoring tells of it.</summary>
internal sealed class SeenParty(string dn, int id)
{
    public string Dn { get; } = dn;

    public int Id { get; } = id;

    public PartyState State { get; set; } = PartyState.Initiated;
}

/// <summary>A call as monitoring tells of it.</summary>
internal sealed class SeenCall(ConnID connID)
{
    public ConnID ConnID { get; } = connID;

    /// <summary>Which call it is; null until its caller is known.</summary>
    public CallRef? Ref { get; set; }

    public List<SeenParty> Parties { get; } = new(4);

    public bool Answered { get; set; }

    /// <summary>Monitoring does not tell that the caller of an answered call loses its +Dialing.</summary>
    public bool Talks(SeenParty party) => party.State == PartyState.Connected || (party.State == PartyState.ConnectedDialing && Answered);

    public SeenParty? PartyOf(string dn)
    {
        foreach (var party in Parties)
            if (party.Dn == dn) return party;
        return null;
    }
}

/// <summary>Which calls there are, as whoever monitors every call knows it: what requests can be about.</summary>
internal sealed class Picture
{
    private readonly Dictionary<ConnID, SeenCall> _calls = [];
    private readonly Dictionary<CallRef, SeenCall> _byRef = [];
    private readonly Dictionary<string, int> _made = [];

    /// <summary>In the order in which they were created.</summary>
    public List<SeenCall> Live { get; } = [];

    /// <summary>Every call there ever was, in that order.</summary>
    public List<SeenCall> Ever { get; } = [];

    /// <summary>The DNs in do-not-disturb, in the order in which they came to it.</summary>
    public List<string> UnreachableDns { get; } = [];

    /// <summary>The DNs that forward their calls; one that replaces its forward stands here twice.</summary>
    public List<string> ForwardedDns { get; } = [];

    public SeenCall? Find(ConnID call) => _calls.GetValueOrDefault(call);

    public SeenCall? Find(CallRef call) => _byRef.GetValueOrDefault(call);

    public void Hear(TEvent heard)
    {
        switch (heard.Event)
        {
            case EventName.EventCallCreated: Create(heard.ConnID!); break;
            case EventName.EventCallPartyAdded: Add(heard); break;
            case EventName.EventCallPartyState when PartyOf(heard) is { } party: Change(heard, party); break;
            case EventName.EventCallPartyMoved: Move(heard); break;
            case EventName.EventCallPartyDeleted when PartyOf(heard) is { } party: _calls[heard.ConnID!].Parties.Remove(party); break;
            case EventName.EventCallDeleted when _calls.TryGetValue(heard.ConnID!, out var call): Live.Remove(call); break;
            case EventName.EventDNDOn: UnreachableDns.Add(heard.ThisDN!); break;
            case EventName.EventDNDOff: UnreachableDns.Remove(heard.ThisDN!); break;
            case EventName.EventForwardSet: ForwardedDns.Add(heard.ThisDN!); break;
            case EventName.EventForwardCancel: ForwardedDns.Remove(heard.ThisDN!); break;
        }
    }

    private void Create(ConnID connID)
    {
        var call = new SeenCall(connID);
        if (!_calls.TryAdd(connID, call)) return;
        Live.Add(call);
        Ever.Add(call);
    }

    private void Change(TEvent heard, SeenParty party)
    {
        party.State = heard.State!.Value;
        if (party.State == PartyState.Connected) _calls[heard.ConnID!].Answered = true;
    }

    private void Add(TEvent heard)
    {
        if (!_calls.TryGetValue(heard.ConnID!, out var call)) return;
        var party = new SeenParty(heard.DN!, heard.PartyID!.Value) { State = heard.State!.Value };
        call.Parties.Add(party);
        if (call.Ref is not null) return;

        var made = _made.GetValueOrDefault(party.Dn) + 1;
        _made[party.Dn] = made;
        call.Ref = new CallRef(party.Dn, made);
        _byRef[call.Ref] = call;
    }

    private void Move(TEvent heard)
    {
        if (_calls.TryGetValue(heard.PreviousConnID!, out var from) && from.PartyOf(heard.DN!) is { } left) from.Parties.Remove(left);
        if (_calls.TryGetValue(heard.ConnID!, out var call))
            call.Parties.Add(new SeenParty(heard.DN!, heard.PartyID!.Value) { State = heard.State!.Value });
    }

    private SeenParty? PartyOf(TEvent heard) =>
        _calls.TryGetValue(heard.ConnID!, out var call) ? call.Parties.Find(party => party.Id == heard.PartyID) : null;
}
