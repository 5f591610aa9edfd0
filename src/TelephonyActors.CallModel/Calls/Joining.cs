using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>
/// A DN's held call and its current one become one, or change places (call models, chapters 4 and 5). The current call asks the held
/// one, which alone decides; while they agree, both do nothing else, and the current call does its part first. A call that has asked
/// refuses to be asked, so that no circle waits. What the held call does then: <see cref="Taking"/>.
/// </summary>
internal static class Joining
{
    /// <summary>At the current call: its own objection travels with the question, since the held call's may come first (chapter 8).</summary>
    public static void Ask(ref CallTurn turn, CallInput.JoinAsked asked)
    {
        var connID = turn.Header.ConnID;
        var objection = Objection(ref turn, asked);
        if (asked.Held == connID)
        {
            turn.Refuse(asked, objection is { Code: ErrorCode.NotYours } ? objection : Refusal.WrongState($"ConnID and OtherConnID are the same call {connID}"));
            return;
        }

        ImmutableArray<string> others = IsMerge(asked.Kind) ? [.. turn.Parties.Where(other => other.Dn != asked.Dn).Select(other => other.Dn)] : [];
        turn.Errand = new Errand.AskingToJoin(asked.Kind, asked.Dn, asked.Attempt, asked.Held);
        turn.Emit(new CallOutput.ToCall(asked.Held, new CallInput.TakeAsked(asked.Kind, connID, asked.Dn, asked.Attempt, others, objection)));
    }

    /// <summary>At the held call.</summary>
    public static void Agree(ref CallTurn turn, CallInput.TakeAsked asked)
    {
        var refusal = Objection(ref turn, asked);
        if (asked.Objection is { } theirs && (refusal is null || theirs.Precedes(refusal))) refusal = theirs;
        if (refusal is not null) turn.Emit(new CallOutput.ToCall(asked.From, new CallInput.TakeRefused(turn.Header.ConnID, refusal)));
        else
        {
            turn.Errand = new Errand.AgreedToTake(asked.From, asked.Dn, asked.Attempt);
            turn.Emit(new CallOutput.ToCall(asked.From, new CallInput.TakeAgreed(turn.Header.ConnID)));
        }
    }

    public static void RefuseWhileJoining(ref CallTurn turn, CallInput.TakeAsked asked) =>
        turn.Emit(new CallOutput.ToCall(asked.From, new CallInput.TakeRefused(
            turn.Header.ConnID, Refusal.WrongState($"ConnID {turn.Header.ConnID} is just becoming one with another call"))));

    public static void GiveUp(ref CallTurn turn, Errand.AskingToJoin asking, Refusal refusal)
    {
        turn.Errand = Errand.None.Instance;
        turn.Refuse(asking.Dn, asking.Attempt, refusal);
    }

    /// <summary>At the held call: the current one is gone before it did its part; the request is answered, once.</summary>
    public static void BreakOff(ref CallTurn turn, Errand.AgreedToTake agreed)
    {
        turn.Errand = Errand.None.Instance;
        turn.Refuse(agreed.Dn, agreed.Attempt, Refusal.Failed($"call {agreed.From}"));
    }

    /// <summary>At the current call: the held one has agreed.</summary>
    public static void GoOn(ref CallTurn turn, Errand.AskingToJoin asking)
    {
        if (IsMerge(asking.Kind)) HandOver(ref turn, asking.Kind, asking.Dn, asking.Held);
        else StepAside(ref turn, asking);
    }

    /// <summary>The requester leaves the current call, the others go over.</summary>
    public static void HandOver(ref CallTurn turn, JoinKind kind, string dn, ConnID held)
    {
        var requester = turn.PartyOf(dn)!;
        turn.Notice(requester, ReleasedBy(ref turn, kind, requester));
        turn.RemoveAll([requester]);
        turn.Errand = new Errand.HandingOver(held);
        var call = new HandedCall(turn.Parties, turn.Rings, turn.Alerted, turn.UserData);
        turn.Emit(new CallOutput.ToCall(held, new CallInput.Handed(kind, turn.Header.ConnID, dn, call)));
    }

    /// <summary>The event with which the requester leaves a call that is completed into another (chapters 4 and 5).</summary>
    public static TEvent ReleasedBy(ref CallTurn turn, JoinKind kind, Party requester) => kind == JoinKind.Conference
        ? turn.Event(EventName.EventReleased, requester, CallState.Conferenced)
        : turn.Event(EventName.EventReleased, requester, CallState.Transferred) with { Cause = Cause.Transfer };

    /// <summary>At the current call: all its parties are in the held call now.</summary>
    public static void Dissolve(ref CallTurn turn, ConnID held)
    {
        foreach (var ring in turn.Rings.Where(ring => ring.Deadline is not null)) turn.Emit(new CallOutput.DisarmRing(ring.Id));
        (turn.Parties, turn.Rings) = ([], []);
        turn.End();
        turn.Phase = new CallPhase.JoinedInto(held);
    }

    // call models 5: TReconnectCall ends the current call for the requester, TAlternateCall holds it; then the held one is retrieved.
    private static void StepAside(ref CallTurn turn, Errand.AskingToJoin asking)
    {
        turn.Errand = Errand.None.Instance;
        var requester = turn.PartyOf(asking.Dn)!;
        if (asking.Kind == JoinKind.Reconnect) Releasing.Leave(ref turn, requester, attempt: 0);
        else Holding.Hold(ref turn, requester, attempt: 0);
        turn.Emit(new CallOutput.ToCall(asking.Held, new CallInput.Handed(asking.Kind, turn.Header.ConnID, asking.Dn, HandedCall.Nobody)));
    }

    // call models 8: the current call must be connected; for a transfer it may still be dialing, for a reconnect busy as well.
    private static Refusal? Objection(ref CallTurn turn, CallInput.JoinAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.PartyOf(asked.Dn) is not { } party) return Refusal.NotYours(asked.Dn, connID.ToString());
        var allowed = party.State switch
        {
            PartyState.Connected => true,
            PartyState.ConnectedDialing => asked.Kind is JoinKind.Transfer or JoinKind.Reconnect,
            PartyState.Busy => asked.Kind == JoinKind.Reconnect,
            _ => false,
        };
        return allowed ? null : Refusal.WrongState($"OtherConnID {connID} is {Words.Of(party.State)} at {asked.Dn}, which does not allow this");
    }

    private static Refusal? Objection(ref CallTurn turn, CallInput.TakeAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.PartyOf(asked.Dn) is not { } party) return Refusal.NotYours(asked.Dn, connID.ToString());
        if (party.State != PartyState.Held) return Refusal.WrongState($"ConnID {connID} is not held at {asked.Dn}");
        foreach (var other in asked.Others)
            if (turn.PartyOf(other) is not null) return Refusal.WrongState($"{other} is a party of both calls");
        return null;
    }

    private static bool IsMerge(JoinKind kind) => kind is JoinKind.Conference or JoinKind.Transfer;
}
