using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>What a request is about: the DN that asks, its call, its other call, another party.</summary>
internal readonly record struct Spot(string Dn, CallRef? Call, CallRef? OtherCall, string? Other);

/// <summary>
/// Picks what requests and actions are about: mostly a DN and a call whose state allows them as monitoring tells it, and mostly the
/// call that was picked last, so that requests meet each other.
/// </summary>
internal sealed class Targets(SeededGenerator random, ExploreFlow flow)
{
    private readonly List<(SeenCall Call, SeenParty Party)> _found = [];
    private SeenCall? _hot;

    public string Dn() => flow.OnTheLine && random.Next(3) > 0
        ? ExploredPlan.Line.Members[random.Next(ExploredPlan.Line.Members.Length)]
        : ExploredPlan.Dns[random.Next(ExploredPlan.Dns.Length)];

    /// <summary>A number to dial, invite or transfer to: often the shared line, now and then nobody's.</summary>
    public string Number(Picture picture) => random.Next(flow.OnTheLine ? 12 : 20) switch
    {
        < 7 => ExploredPlan.Line.Number,
        < 13 => Idle(picture),
        < 17 => ExploredPlan.Dns[random.Next(ExploredPlan.Dns.Length)],
        17 or 18 => ExploredPlan.External,
        _ => ExploredPlan.Nobody,
    };

    public CallRef? AnyCall(Picture picture) => picture.Live.Count == 0 ? null : picture.Live[random.Next(picture.Live.Count)].Ref;

    /// <summary>What a request is about.</summary>
    public Spot For(RequestName request, Picture picture)
    {
        if (random.Next(20) == 0) return Anything(picture);
        switch (request)
        {
            case RequestName.TMakeCall: return new Spot(Idle(picture), null, null, null);
            case RequestName.TSetDNDOff when picture.UnreachableDns is [var dn, ..]: return new Spot(dn, null, null, null);
            case RequestName.TCallCancelForward when picture.ForwardedDns is [var dn, ..]: return new Spot(dn, null, null, null);
            case RequestName.TCompleteConference or RequestName.TCompleteTransfer or RequestName.TReconnectCall or RequestName.TAlternateCall:
                return TwoCalls(picture);
            case RequestName.TSingleStepConference or RequestName.TRetrieveCall when random.Next(3) == 0 && OfTheLine(request, picture) is { } spot:
                return spot;
        }

        // A phone that has heard EventDestinationBusy can do little else.
        if (request == RequestName.TReleaseCall && random.Next(2) == 0)
        {
            Collect(picture, static (_, party) => party.State == PartyState.Busy, externals: false);
            if (Pick() is var (unreachable, caller)) return new Spot(caller.Dn, unreachable.Ref, null, null);
        }

        if (Find(picture, request) is not var (call, party)) return Nothing(picture);
        var other = request == RequestName.TDeleteFromConference ? call.Parties[random.Next(call.Parties.Count)].Dn : null;
        return new Spot(party.Dn, call.Ref, null, other);
    }

    /// <summary>What somebody at a phone acts on.</summary>
    public (string Number, CallRef? Call) For(PhoneAction action, Picture picture)
    {
        if (action is PhoneAction.Dial or PhoneAction.OffHook || random.Next(12) == 0)
            return (random.Next(4) == 0 ? ExploredPlan.External : random.Next(3) == 0 ? Dn() : Idle(picture), null);
        if (action == PhoneAction.BargeIn)
            return OfTheLine(RequestName.TSingleStepConference, picture) is { } spot ? (spot.Dn, spot.Call) : (Dn(), null);

        Collect(picture, action switch
        {
            PhoneAction.Answer => static (_, party) => party.State == PartyState.Alerting,
            PhoneAction.Hold => static (call, party) => call.Talks(party),
            PhoneAction.Retrieve => static (_, party) => party.State == PartyState.Held,
            _ => static (_, _) => true,
        }, externals: true);
        return Pick() is var (call, party) ? (party.Dn, call.Ref) : (Dn(), null);
    }

    private (SeenCall Call, SeenParty Party)? Find(Picture picture, RequestName request)
    {
        Collect(picture, request switch
        {
            RequestName.TAnswerCall or RequestName.TRedirectCall => static (_, party) => party.State == PartyState.Alerting,
            RequestName.TRetrieveCall => static (_, party) => party.State == PartyState.Held,
            RequestName.THoldCall or RequestName.TSingleStepConference or RequestName.TInitiateConference or RequestName.TDeleteFromConference
                or RequestName.TSingleStepTransfer or RequestName.TInitiateTransfer or RequestName.TMuteTransfer => static (call, party) => call.Talks(party),
            _ => static (_, _) => true,
        }, externals: false);
        return Pick();
    }

    private void Collect(Picture picture, Func<SeenCall, SeenParty, bool> fits, bool externals)
    {
        _found.Clear();
        foreach (var call in picture.Live)
        {
            foreach (var party in call.Parties)
                if (fits(call, party) && (externals || party.Dn != ExploredPlan.External)) _found.Add((call, party));
        }
    }

    private (SeenCall Call, SeenParty Party)? Pick()
    {
        if (_found.Count == 0) return null;
        var at = random.Next(_found.Count);
        if (_found[at].Call != _hot && random.Next(2) == 0)
        {
            var hot = _found.FindIndex(found => found.Call == _hot);
            if (hot >= 0) at = hot;
        }

        _hot = _found[at].Call;
        return _found[at];
    }

    // A held call and another one of the same DN.
    private Spot TwoCalls(Picture picture)
    {
        Collect(picture, static (_, party) => party.State == PartyState.Held, externals: false);
        if (Pick() is not var (held, holder)) return Nothing(picture);
        SeenCall? current = null;
        foreach (var call in picture.Live)
            if (call != held && call.PartyOf(holder.Dn) is { State: not PartyState.Alerting } && (current is null || random.Next(2) == 0)) current = call;
        return new Spot(holder.Dn, held.Ref, current?.Ref ?? AnyCall(picture), null);
    }

    // A member of the line and a call that another one holds, or talks on.
    private Spot? OfTheLine(RequestName request, Picture picture)
    {
        var members = ExploredPlan.Line.Members;
        var joins = request == RequestName.TSingleStepConference;
        Collect(picture, (call, party) => members.Contains(party.Dn) && (joins ? call.Talks(party) : party.State == PartyState.Held), externals: false);
        if (Pick() is not var (call, _)) return null;
        var member = members[random.Next(members.Length)];
        return new Spot(member, call.Ref, null, joins ? member : null);
    }

    private string Idle(Picture picture)
    {
        var dn = Dn();
        for (var tries = 0; tries < 3 && picture.Live.Exists(call => call.PartyOf(dn) is { State: not PartyState.Held }); tries++) dn = Dn();
        return dn;
    }

    // No call fits; now and then somebody asks all the same.
    private Spot Nothing(Picture picture) => random.Next(6) == 0 ? Anything(picture) : new Spot(Dn(), null, null, null);

    private Spot Anything(Picture picture)
    {
        // A call that has ended, too.
        var call = picture.Ever.Count == 0 ? null : picture.Ever[Math.Max(0, picture.Ever.Count - 1 - random.Next(4))].Ref;
        return new Spot(Dn(), call, AnyCall(picture), Number(picture));
    }
}
