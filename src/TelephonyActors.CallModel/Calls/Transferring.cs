using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>Single-step and mute transfer, and redirect (call models, chapters 5 and 6). Two-step transfer: <see cref="Joining"/>.</summary>
internal static class Transferring
{
    public static void Transfer(ref CallTurn turn, CallInput.TransferAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.PartyOf(asked.Dn) is not { } party) turn.Refuse(asked, Refusal.NotYours(asked.Dn, connID.ToString()));
        else if (party.State != PartyState.Connected)
            turn.Refuse(asked, Refusal.WrongState($"ConnID {connID} is not connected at {asked.Dn}"));
        else if (asked.Mute) Probe(ref turn, asked);
        else
        {
            Reaching.Begin(ref turn, new Reach(RingKind.Transferred, asked.OtherDN, asked.Dn, asked.Attempt)
            {
                Replaces = asked.Dn,
                UserData = asked.UserData,
            });
        }
    }

    /// <summary>call models 6: a ringing party hands the call on; the others ring on, and the caller hears nothing.</summary>
    public static void Redirect(ref CallTurn turn, CallInput.RedirectAsked asked)
    {
        var connID = turn.Header.ConnID;
        if (turn.PartyOf(asked.Dn) is not { } party) turn.Refuse(asked, Refusal.NotYours(asked.Dn, connID.ToString()));
        else if (!party.Alerts) turn.Refuse(asked, Refusal.WrongState($"ConnID {connID} does not ring at {asked.Dn}"));
        else
        {
            Reaching.Begin(ref turn, new Reach(turn.RingOf(party).Kind, asked.OtherDN, asked.Dn, asked.Attempt)
            {
                Way = RingWay.Redirected,
                Replaces = asked.Dn,
                UserData = asked.UserData,
            });
        }
    }

    /// <summary>call models 5: those that stay hear EventPartyChanged; the target is the number as asked for until it answers.</summary>
    public static void TellOfTarget(ref CallTurn turn, Ring target, Party by)
    {
        foreach (var party in turn.Parties)
        {
            if (party.Alerts && party.Ring == target.Id) continue;

            turn.Notice(party, turn.Event(EventName.EventPartyChanged, party, CallState.Transferred) with
            {
                PreviousConnID = turn.Header.ConnID,
                OtherDN = target.Number,
                OtherDNRole = DNRole.Destination,
                ThirdPartyDN = by.Dn,
                ThirdPartyDNRole = DNRole.TransferredBy,
            });
        }
    }

    /// <summary>
    /// call models 5, TMuteTransfer: a two-step transfer completed at once. A target that cannot be reached is refused and changes
    /// nothing, so the consultation call looks for it before anybody is held or told.
    /// </summary>
    private static void Probe(ref CallTurn turn, CallInput.TransferAsked asked)
    {
        turn.Errand = new Errand.Probing(asked.Dn, asked.Attempt);
        turn.Emit(new CallOutput.Dial(new DialOrder(asked.Dn, Attempt: 0, asked.OtherDN, Seat: null, turn.Header.ConnID, asked.UserData)
        {
            Mute = true,
            Excluded = [.. turn.Parties.Select(party => party.Dn)],
        }));
    }

    /// <summary>At the consultation: the target rings.</summary>
    public static void ProbeReached(ref CallTurn turn, Errand.Offering reached)
    {
        if (turn.Phase is not CallPhase.Silent({ Consults: { } held })) return;

        turn.Errand = new Errand.AwaitingHold(reached);
        turn.Emit(new CallOutput.ToCall(held, new CallInput.ProbeReached(turn.Header.ConnID)));
    }

    /// <summary>At the consultation: nobody has ever heard of it, and nobody will.</summary>
    public static void ProbeFailed(ref CallTurn turn, DialOrder order, Refusal refusal)
    {
        if (order.Consults is { } held) turn.Emit(new CallOutput.ToCall(held, new CallInput.ProbeFailed(turn.Header.ConnID, refusal)));
        turn.Vanish();
    }

    /// <summary>At the call to be transferred: it is held, as by TInitiateTransfer, and agrees to take the target.</summary>
    public static void HoldForProbe(ref CallTurn turn, Errand.Probing probing, ConnID consultation)
    {
        Holding.Hold(ref turn, turn.PartyOf(probing.Dn)!, attempt: 0);
        turn.Errand = new Errand.AgreedToTake(consultation, probing.Dn, probing.Attempt);
        turn.Emit(new CallOutput.ToCall(consultation, new CallInput.ProbeHeld(turn.Header.ConnID)));
    }

    public static void GiveUpProbe(ref CallTurn turn, Errand.Probing probing, Refusal refusal)
    {
        turn.Errand = Errand.None.Instance;
        turn.Refuse(probing.Dn, probing.Attempt, refusal);
    }

    /// <summary>At the consultation: now everybody hears of it, and it is completed at once.</summary>
    public static void Complete(ref CallTurn turn, Errand.AwaitingHold awaiting, ConnID held)
    {
        if (turn.Phase is not CallPhase.Silent(var order)) return;

        turn.Errand = Errand.None.Instance;
        Dialing.Report(ref turn, order);
        Alerting.Join(ref turn, awaiting.Reached);
        Joining.HandOver(ref turn, JoinKind.Transfer, order.Caller, held);
    }
}
