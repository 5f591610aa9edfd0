using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>What must hold after every single decision of a call, while everything else is still on its way (9.4, 9.5, 9.6).</summary>
internal sealed class CallRules(ModelWorld world)
{
    private readonly Dictionary<ConnID, int> _remaining = [];

    // Who came with another call was established in that one.
    private readonly HashSet<(ConnID, string)> _moved = [];

    public void Check(CallDecision decision)
    {
        CheckDeletions(decision);
        CheckEstablishedMembers(decision.Next);
        CheckAppearances();
    }

    // 9.4: EventPartyDeleted has CallState Conferenced exactly when more than two parties remain after it.
    private void CheckDeletions(CallDecision decision)
    {
        var connID = decision.Next.Header.ConnID;
        var remaining = _remaining.GetValueOrDefault(connID);
        foreach (var output in decision.Outputs)
        {
            switch (output)
            {
                case CallOutput.Publish({ Event: var fact }):
                    if (fact.Event is EventName.EventCallPartyAdded or EventName.EventCallPartyMoved) remaining++;
                    if (fact.Event == EventName.EventCallPartyMoved) _moved.Add((connID, fact.DN!));
                    else if (fact.Event == EventName.EventCallPartyAdded) _moved.Remove((connID, fact.DN!));
                    if (fact.Event == EventName.EventCallPartyDeleted) remaining--;
                    break;
                case CallOutput.ToDn(var dn, DnInput.Noticed { Event: { Event: EventName.EventPartyDeleted } deleted }):
                    if ((deleted.CallState == CallState.Conferenced) != (remaining > 2))
                        throw new InvariantBroken(4, $"{dn} hears EventPartyDeleted {deleted.CallState} while {remaining} parties remain in {connID}");
                    break;
            }
        }

        _remaining[connID] = remaining;
    }

    // 9.5.
    private void CheckEstablishedMembers(Call call)
    {
        foreach (var line in world.Plan.SharedLines)
        {
            var established = call.Parties
                .Where(party => party is { Role: DNRole.Destination, Seat: { } seat, State: PartyState.Connected or PartyState.Held } && seat.Line == line.Number)
                .Where(party => !_moved.Contains((call.Header.ConnID, party.Dn)))
                .ToList();
            if (established.Count > 1)
                throw new InvariantBroken(5, $"{string.Join(" and ", established.Select(party => party.Dn))} are established as Destination in {call.Header.ConnID}");
        }
    }

    // 9.6; while two calls become one, the parties on their way are in both.
    private void CheckAppearances()
    {
        var calls = new Dictionary<Seat, ConnID>();
        foreach (var entity in world.CallEntities)
        {
            if (entity.Call.Errand is Errand.HandingOver) continue;
            foreach (var party in entity.Call.Parties)
            {
                if (party.Seat is not { } seat) continue;
                if (seat.Appearance < 1 || seat.Appearance > world.Plan.Line(seat.Line)!.Appearances)
                    throw new InvariantBroken(6, $"appearance {seat.Appearance} of {seat.Line} does not exist");
                if (calls.TryGetValue(seat, out var other) && other != entity.Call.Header.ConnID)
                    throw new InvariantBroken(6, $"{other} and {entity.Call.Header.ConnID} share appearance {seat.Appearance} of {seat.Line}");
                calls[seat] = entity.Call.Header.ConnID;
            }
        }
    }
}
