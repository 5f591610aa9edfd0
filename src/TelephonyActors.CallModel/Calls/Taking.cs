using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// The held call's part when a DN's two calls become one or change places (call models, chapters 4 and 5). It keeps its ConnID, and
/// its party IDs go on counting.
/// </summary>
internal static class Taking
{
    public static void Take(ref CallTurn turn, Errand.AgreedToTake agreed, CallInput.Handed handed)
    {
        turn.Errand = Errand.None.Instance;
        var requester = turn.PartyOf(agreed.Dn)!;
        switch (handed.Kind)
        {
            case JoinKind.Conference: Confer(ref turn, requester, agreed.Attempt, handed); break;
            case JoinKind.Transfer: Transfer(ref turn, requester, agreed.Attempt, handed); break;
            default: Holding.Retrieve(ref turn, requester, CallState.OK, agreed.Attempt); break;
        }
    }

    // call models 4, the table of TCompleteConference.
    private static void Confer(ref CallTurn turn, Party requester, long attempt, CallInput.Handed handed)
    {
        var stayed = turn.Parties;
        requester = Holding.Retrieve(ref turn, requester, CallState.Conferenced, attempt);
        stayed = stayed.Select(party => party.Dn == requester.Dn ? requester : party).ToImmutableArray();
        foreach (var joined in Adopt(ref turn, handed, RingKind.Invited))
        {
            foreach (var party in stayed)
            {
                turn.Notice(party, turn.Event(EventName.EventPartyAdded, party, CallState.Conferenced) with
                {
                    OtherDN = NumberOf(ref turn, joined),
                    OtherDNRole = DNRole.NewParty,
                    ThirdPartyDN = requester.Dn,
                    ThirdPartyDNRole = DNRole.AddedBy,
                });
            }

            TellMoved(ref turn, joined, handed.From, requester, DNRole.ConferencedBy, CallState.Conferenced);
        }

        Tell(ref turn, handed);
    }

    // call models 5, TCompleteTransfer: before the answer or after it.
    private static void Transfer(ref CallTurn turn, Party requester, long attempt, CallInput.Handed handed)
    {
        turn.Notice(requester, Joining.ReleasedBy(ref turn, JoinKind.Transfer, requester), attempt);
        turn.RemoveAll([requester]);
        var stayed = turn.Parties;
        var moved = Adopt(ref turn, handed, RingKind.Transferred);
        var target = Target(ref turn, moved);
        foreach (var party in stayed)
        {
            turn.Notice(party, turn.Event(EventName.EventPartyChanged, party, CallState.Transferred) with
            {
                PreviousConnID = turn.Header.ConnID,
                OtherDN = target?.Dn,
                OtherDNRole = target?.Role,
                ThirdPartyDN = requester.Dn,
                ThirdPartyDNRole = DNRole.TransferredBy,
            });
        }

        foreach (var joined in moved) TellMoved(ref turn, joined, handed.From, requester, DNRole.TransferredBy, CallState.Transferred);
        Tell(ref turn, handed);
        Releasing.EndIfNobodyTalks(ref turn);
    }

    private static void Tell(ref CallTurn turn, CallInput.Handed handed) =>
        turn.Emit(new CallOutput.ToCall(handed.From, new CallInput.Taken(turn.Header.ConnID)));

    private static void TellMoved(ref CallTurn turn, Party joined, ConnID from, Party by, DNRole role, CallState state) =>
        turn.Notice(joined, turn.Event(EventName.EventPartyChanged, joined, state) with
        {
            PreviousConnID = from,
            ThirdPartyDN = by.Dn,
            ThirdPartyDNRole = role,
        });

    private static ImmutableArray<Party> Adopt(ref CallTurn turn, CallInput.Handed handed, RingKind kind)
    {
        var rings = AdoptRings(ref turn, handed.Call.Rings, kind);
        if (handed.Call.UserData is { } data) turn.UserData = (turn.UserData ?? KVList.Empty).With(data);
        turn.Alerted = [.. turn.Alerted.Union(handed.Call.Alerted)];

        var adopted = ImmutableArray.CreateBuilder<Party>();
        foreach (var moved in handed.Call.Parties)
        {
            if (moved.Seat is { } seat) turn.ReservePartyIDs(seat.Line);
            var state = moved.State == PartyState.ConnectedDialing ? PartyState.Connected : moved.State;
            var joined = turn.Join(moved.Dn, state, moved.Role, moved.Seat, rings.GetValueOrDefault(moved.Ring));
            turn.Fact(EventName.EventCallPartyMoved, joined, state, handed.From);
            adopted.Add(joined);
        }

        return adopted.ToImmutable();
    }

    // Those that still ring go on ringing until their deadline.
    private static Dictionary<int, int> AdoptRings(ref CallTurn turn, ImmutableArray<Ring> rings, RingKind kind)
    {
        var numbers = new Dictionary<int, int>();
        var first = turn.NextRing;
        foreach (var ring in rings)
        {
            var id = turn.NextRing;
            numbers.Add(ring.Id, id);
            var adopted = ring with { Id = id, Quest = first + ring.Quest, Kind = kind };
            (turn.NextRing, turn.Rings) = (id + 1, turn.Rings.Add(adopted));
            if (ring.Deadline is { } deadline) turn.Emit(new CallOutput.ArmRing(id, deadline));
        }

        // Quests are numbered as the first of their alertings; those that came along must not meet a later one.
        turn.NextRing = turn.NextRing + rings.Select(ring => ring.Quest).DefaultIfEmpty(0).Max() + 1;
        return numbers;
    }

    /// <summary>The one number that is new, as the others know it; null: several are, and it is a conference.</summary>
    private static OtherParty? Target(ref CallTurn turn, ImmutableArray<Party> moved)
    {
        OtherParty? target = null;
        foreach (var party in moved)
        {
            var number = NumberOf(ref turn, party);
            if (target is { } known && known.Dn != number) return null;
            target ??= new OtherParty(number, party.Role);
        }

        return target;
    }

    private static string NumberOf(ref CallTurn turn, Party party) => party.Alerts && turn.RingOrNull(party) is { } ring ? ring.Number : party.Dn;
}
