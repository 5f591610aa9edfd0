using TelephonyActors.Scenarios.Checking;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>
/// Invariant 5 where several act at the same moment. The checker takes what happens between two rests for the work of one request, and
/// so cannot tell members that rang for one alerting from members that rang for two (a call can be transferred to its line twice).
/// Here only members count of which the order of events proves that they were alerted together.
/// </summary>
internal sealed class LineRule(Action<Failure> fail)
{
    private readonly Dictionary<(ConnID Call, string Dn), Alert> _rang = [];
    private readonly Dictionary<(ConnID Call, string Dn), Alert> _parties = [];
    private readonly Dictionary<string, long> _free = [];
    private readonly HashSet<(ConnID Call, string Dn)> _asDestination = [];
    private readonly HashSet<(ConnID Call, string Dn)> _moved = [];
    private readonly Dictionary<string, ConnID> _justRang = [];

    // Members that an answer left as parties. Columns and monitoring are heard in any order: either of the two may yet turn out to barge in.
    private readonly List<(ConnID Call, string Winner, string Loser)> _left = [];

    public void Hear(TEvent heard, long position)
    {
        if (heard.ThisDN is { } own && !heard.Event.IsPrivate()) HearWhetherItBargesIn(heard, own);
        if (heard.Event == EventName.EventDNDOff) _free[heard.ThisDN!] = position;
        if (heard.ConnID is not { } call) return;
        switch (heard.Event)
        {
            case EventName.EventRinging when IsOnLine(heard): _rang[(call, heard.ThisDN!)] = new Alert(position, heard.ThisDNRole, heard.CallState, 0); break;
            case EventName.EventEstablished when heard.ThisDNRole == DNRole.Destination && IsOnLine(heard): Establish(call, heard.ThisDN!); break;
            case EventName.EventReleased or EventName.EventAbandoned: Leave(call, heard.ThisDN!, position); break;
            case EventName.EventPartyChanged when heard.PreviousConnID != call: Join(call, heard.PreviousConnID!, heard.ThisDN!, position); break;

            // A DN rings before its call counts it as a party.
            case EventName.EventCallPartyAdded when _rang.Remove((call, heard.DN!), out var alert): _parties[(call, heard.DN!)] = alert with { Added = position }; break;
            case EventName.EventCallPartyState when heard.State == PartyState.Connected: Answer(call, heard.DN!); break;
            case EventName.EventCallPartyDeleted: _parties.Remove((call, heard.DN!)); break;
            case EventName.EventCallPartyMoved when _parties.Remove((heard.PreviousConnID!, heard.DN!), out var moved): _parties[(call, heard.DN!)] = moved; break;
        }
    }

    /// <summary>Every column has told all.</summary>
    public void AtRest()
    {
        foreach (var (call, winner, loser) in _left)
            fail(Failure.OfInvariant(5, $"DN {winner} answered {call}, but DN {loser} of its line, which was alerted with it, is a party still"));
        _left.Clear();
        foreach (var (call, dn) in _asDestination)
        {
            foreach (var (otherCall, other) in _asDestination)
            {
                if (otherCall == call && string.CompareOrdinal(dn, other) < 0)
                    fail(Failure.OfInvariant(5, $"DN {dn} and DN {other} of one line are both established as Destination in {call}"));
            }
        }
    }

    // call models 7, Barge-in: a phone that goes off the hook right after it rang was not alerted, it joined by itself.
    private void HearWhetherItBargesIn(TEvent heard, string dn)
    {
        if (_justRang.Remove(dn, out var call) && heard.Event == EventName.EventOffHook)
        {
            _rang.Remove((call, dn));
            _parties.Remove((call, dn));
            _left.RemoveAll(left => left.Call == call && (left.Winner == dn || left.Loser == dn));
        }

        if (heard.Event == EventName.EventRinging) _justRang[dn] = heard.ConnID!;
    }

    // A member's own number is none of the line's: it has no appearance (call models 7).
    private static bool IsOnLine(TEvent heard) => heard.Extensions is not null && ExploredPlan.Line.Members.Contains(heard.ThisDN!);

    // Who loses has been deleted before (call models 7, Answered).
    private void Answer(ConnID call, string dn)
    {
        if (!_parties.Remove((call, dn), out var winner)) return;
        foreach (var ((otherCall, other), loser) in _parties)
        {
            if (otherCall == call && WereAlertedTogether(dn, winner, other, loser)) _left.Add((call, dn, other));
        }
    }

    // Who was not free when the other one rang is alerted later; and the parties of an alerting are added when all of them ring.
    private bool WereAlertedTogether(string dn, Alert alert, string other, Alert otherAlert) =>
        alert.Role == otherAlert.Role && alert.State == otherAlert.State
        && _free.GetValueOrDefault(dn) < otherAlert.Rang && _free.GetValueOrDefault(other) < alert.Rang
        && alert.Rang < otherAlert.Added && otherAlert.Rang < alert.Added;

    private void Establish(ConnID call, string dn)
    {
        if (!_moved.Contains((call, dn))) _asDestination.Add((call, dn));
    }

    private void Leave(ConnID call, string dn, long position)
    {
        _free[dn] = position;
        _rang.Remove((call, dn));
        _asDestination.Remove((call, dn));
        _moved.Remove((call, dn));
    }

    // Whom a join brings keeps the role with which it joined the other call (call models 0), and its answer is that call's.
    private void Join(ConnID to, ConnID from, string dn, long position)
    {
        Leave(from, dn, position);
        _moved.Add((to, dn));
    }

    /// <summary>A member that rings: when it began to, as what, and when monitoring told of it.</summary>
    private readonly record struct Alert(long Rang, DNRole? Role, CallState? State, long Added);
}
