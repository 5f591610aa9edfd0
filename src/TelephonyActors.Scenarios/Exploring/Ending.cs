using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>
/// Everybody hangs up, and nothing is left: no call, no party, no timer, no entity, and every appearance is free (call models 9,
/// invariant 10).
/// </summary>
internal static class Ending
{
    // One round releases everybody who is a party then; who comes to a call meanwhile goes in the next.
    private const int Rounds = 10;

    /// <summary>Plays the end of a run.</summary>
    /// <param name="run">The run, at rest.</param>
    /// <param name="actors">How many actors there were before the first call.</param>
    /// <param name="logged">Whether it is logged.</param>
    public static void Play(SeedRun run, int actors, LoggedMove? logged)
    {
        foreach (var phone in ExploredPlan.Phones) run.Act(new PhoneAct(phone, PhoneAction.HangUp, null, null));
        run.Settle();
        for (var round = 0; round < Rounds && run.Failure is null && run.Picture.Live.Count > 0; round++)
        {
            ReleaseAll(run);
            run.Settle();
        }

        if (run.Failure is not null) return;
        Check(run, actors);
        if (logged is not null) logged.At = run.Simulation.Now;
    }

    private static void ReleaseAll(SeedRun run)
    {
        foreach (var call in run.Picture.Live)
        {
            foreach (var party in call.Parties)
            {
                if (party.Dn == ExploredPlan.External) run.Act(new PhoneAct(party.Dn, PhoneAction.HangUp, null, call.ConnID));
                else run.SendFromOutside(new TRequest { Request = nameof(RequestName.TReleaseCall), ThisDN = party.Dn, ConnID = call.ConnID.ToString() });
            }
        }
    }

    private static void Check(SeedRun run, int actors)
    {
        if (run.Picture.Live.Count > 0) Leak(run, $"call {run.Picture.Live[0].ConnID} is still there, although everybody has hung up");
        else if (run.Simulation.PendingTimers > 0) Leak(run, $"{run.Simulation.PendingTimers} timers are pending, although everybody has hung up");
        else if (run.BusyActors != actors)
            Leak(run, $"{run.BusyActors - actors} entities more than before the first call are left, although everybody has hung up");
        else
        {
            CheckDns(run);
            if (run.Failure is null) CheckAppearances(run);
        }
    }

    // What a DN itself believes to be in.
    private static void CheckDns(SeedRun run)
    {
        var described = new List<TEvent>();
        run.Overhear = described.Add;
        foreach (var dn in ExploredPlan.Dns) run.SendFromOutside(new TRequest { Request = nameof(RequestName.TQueryAddress), ThisDN = dn });
        run.Settle();
        run.Overhear = null;
        foreach (var address in described)
        {
            if (address.Extensions?["Calls"] is ImmutableArray<object> { IsEmpty: true }) continue;
            Leak(run, $"DN {address.ThisDN} still has calls by EventAddressInfo, although everybody has hung up");
        }
    }

    // A free appearance can be seized, and only that.
    private static void CheckAppearances(SeedRun run)
    {
        var line = ExploredPlan.Line;
        var free = 0;
        foreach (var member in line.Members.AsSpan(0, line.Appearances))
            run.Act(new PhoneAct(member, PhoneAction.OffHook, null, null), outcome => free += outcome is PhoneOutcome.Done ? 1 : 0);
        run.Settle();
        if (free < line.Appearances) Leak(run, $"{line.Appearances - free} of {line.Appearances} appearances of line {line.Number} are not free, although everybody has hung up");
    }

    private static void Leak(SeedRun run, string sentence) => run.Fail(new Failure(Failure.Leak, sentence));
}
