using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>The monitoring column, event by event: what chapters 0 and 9 say of parties and the end of a call (3, 7).</summary>
internal sealed class MonitoringWatch
{
    private readonly Dictionary<ConnID, Watched> _calls = [];

    /// <summary>The parties of a call by monitoring: DN, PartyID and state.</summary>
    public IReadOnlyDictionary<string, (int PartyID, PartyState State)> PartiesOf(ConnID connID) => _calls[connID].Parties;

    /// <summary>The calls that monitoring has told of and not deleted.</summary>
    public IEnumerable<ConnID> Live => _calls.Where(call => !call.Value.Deleted).Select(call => call.Key);

    public void See(TEvent fact)
    {
        var connID = fact.ConnID!;
        if (fact.ThisDN is not null) Broken(0, fact, "bears a ThisDN");
        if (fact.Event == EventName.EventCallCreated)
        {
            if (!_calls.TryAdd(connID, new Watched())) Broken(3, fact, "comes twice");
        }
        else if (!_calls.ContainsKey(connID)) Broken(3, fact, "comes before EventCallCreated");

        var call = _calls[connID];
        if (call.Deleted) Broken(3, fact, "comes after EventCallDeleted");
        if (fact.EventSequenceNumber != ++call.Sequence) Broken(7, fact, $"has number {fact.EventSequenceNumber} after {call.Sequence - 1}");
        switch (fact.Event)
        {
            case EventName.EventCallPartyAdded: Add(call, fact); break;
            case EventName.EventCallPartyState: Change(call, fact); break;
            case EventName.EventCallPartyMoved:
                if (!_calls.TryGetValue(fact.PreviousConnID!, out var left) || !left.Parties.Remove(fact.DN!)) Broken(3, fact, "moves a party that is not there");
                Add(call, fact);
                break;
            case EventName.EventCallPartyDeleted:
                if (!call.Parties.Remove(fact.DN!, out var gone) || gone.PartyID != fact.PartyID) Broken(3, fact, "deletes a party that is not there");
                break;
            case EventName.EventCallDeleted:
                if (call.Parties.Count > 0) Broken(3, fact, $"leaves {string.Join(", ", call.Parties.Keys)} behind");
                call.Deleted = true;
                break;
        }
    }

    // call models 0, Party IDs: an ID belongs to one DN for the whole call.
    private static void Add(Watched call, TEvent fact)
    {
        if (!call.Parties.TryAdd(fact.DN!, (fact.PartyID!.Value, fact.State!.Value))) Broken(3, fact, "adds a party that is there already");
        if (call.Ids.TryGetValue(fact.PartyID.Value, out var dn) && dn != fact.DN) Broken(0, fact, $"has the PartyID of {dn}");
        call.Ids[fact.PartyID.Value] = fact.DN!;
    }

    private static void Change(Watched call, TEvent fact)
    {
        if (!call.Parties.TryGetValue(fact.DN!, out var party) || party.PartyID != fact.PartyID) Broken(3, fact, "is about a party that is not there");
        if (party.State == fact.State) Broken(0, fact, $"repeats the state {fact.State}");
        call.Parties[fact.DN!] = (party.PartyID, fact.State!.Value);
    }

    private static void Broken(int invariant, TEvent fact, string how) =>
        throw new InvariantBroken(invariant, $"monitoring: {fact.Event} of {fact.ConnID}, DN {fact.DN}, PartyID {fact.PartyID}, {how}");

    private sealed class Watched
    {
        public long Sequence { get; set; }

        public bool Deleted { get; set; }

        public Dictionary<string, (int PartyID, PartyState State)> Parties { get; } = [];

        public Dictionary<int, string> Ids { get; } = [];
    }
}
