using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>
/// Makes the moves of a run up as it goes, from a seed: mostly what fits the calls that there are, and again and again about the same
/// call by several clients at once.
/// </summary>
internal sealed class MoveMaker(SeededGenerator random, ExploreFlow flow, Registrations registrations)
{
    private readonly Targets _targets = new(random, flow);
    private RequestName? _again;

    /// <summary>The next move.</summary>
    public TimedMove Next(Picture picture)
    {
        if (_again is { } request)
        {
            _again = null;
            return new TimedMove(0, Ask(request, picture));
        }

        var kind = flow.Pick(random.Next);
        var move = kind switch
        {
            { Request: { } asked } => Ask(asked, picture),
            { Action: { } action } => Touch(action, picture),
            { Special: Special.Wait } => Wait(),
            { Special: Special.Fail } => Fail(picture),
            { Special: Special.Replace } => new Move.Replace(random.Next(registrations.Clients)),
            _ => Bad(picture),
        };
        // Two answers, two releases, two completions at the same moment.
        if (kind.Request is not null && random.Next(5) == 0) _again = kind.Request;
        return new TimedMove(Turns(), move);
    }

    private int Turns() => random.Next(20) switch
    {
        < 8 => 0,
        < 12 => 1 + random.Next(4),
        < 15 => 5 + random.Next(20),
        _ => TimedMove.ToRest,
    };

    private Move.Ask Ask(RequestName request, Picture picture)
    {
        var spot = _targets.For(request, picture);
        // There is no call that it could be about: mostly somebody answers, releases or makes one instead.
        if (IsAboutNothing(request, spot) && random.Next(10) > 0)
        {
            request = random.Next(3) == 0 ? RequestName.TReleaseCall : RequestName.TAnswerCall;
            spot = _targets.For(request, picture);
            if (IsAboutNothing(request, spot)) (request, spot) = (RequestName.TMakeCall, _targets.For(RequestName.TMakeCall, picture));
        }

        var client = registrations.ClientOf(spot.Dn, random);
        var written = new TRequest { Request = Words.Of(request), ThisDN = spot.Dn };
        return request switch
        {
            RequestName.TStartCallMonitoring or RequestName.TStopCallMonitoring =>
                new(client, written with { ThisDN = null }, null, null),
            RequestName.TRegisterAddress or RequestName.TUnregisterAddress or RequestName.TQueryAddress
                or RequestName.TSetDNDOn or RequestName.TSetDNDOff or RequestName.TCallCancelForward => new(client, written, null, null),
            RequestName.TMakeCall => new(client, written with { OtherDN = _targets.Number(picture), UserData = Data(6) }, null, null),
            RequestName.TCallSetForward => new(client, written with { OtherDN = _targets.Number(picture), ForwardMode = Mode() }, null, null),
            RequestName.TAttachUserData or RequestName.TUpdateUserData => new(client, written with { UserData = Data(1) }, spot.Call, null),
            RequestName.TDeletePair => new(client, written with { Key = Key() }, spot.Call, null),
            RequestName.TCompleteConference or RequestName.TCompleteTransfer or RequestName.TReconnectCall or RequestName.TAlternateCall =>
                new(client, written, spot.Call, spot.OtherCall),
            _ => new(client, RequestAttributes.Of(request).Has(RequestAttributes.OtherDN) ? written with { OtherDN = spot.Other ?? _targets.Number(picture) } : written, spot.Call, null),
        };
    }

    private static bool IsAboutNothing(RequestName request, Spot spot) =>
        spot.Call is null && RequestAttributes.Of(request).Has(RequestAttributes.ConnID);

    private Move.Touch Touch(PhoneAction action, Picture picture)
    {
        var (number, call) = _targets.For(action, picture);
        var destination = action == PhoneAction.Dial ? _targets.Number(picture) : null;
        return new Move.Touch(new PhoneAct(number, action, destination, null), random.Next(3) == 0 ? null : call);
    }

    private Move.Wait Wait() => random.Next(6) switch
    {
        0 => new(Until.BeforeTimer, TimeSpan.Zero),
        1 or 2 => new(Until.AtTimer, TimeSpan.Zero),
        3 => new(Until.AfterTimer, TimeSpan.Zero),
        4 => new(Until.Passed, TimeSpan.FromSeconds(1 + random.Next(10))),
        _ => new(Until.Passed, TimeSpan.FromSeconds(10 + random.Next(30))),
    };

    private Move Fail(Picture picture)
    {
        if (random.Next(2) == 0 && _targets.AnyCall(picture) is { } call) return new Move.FailCall(call);
        return random.Next(4) == 0
            ? new Move.FailNumber(ExploredPlan.Line.Number, IsLine: true)
            : new Move.FailNumber(ExploredPlan.Phones[random.Next(ExploredPlan.Phones.Length)], IsLine: false);
    }

    // call models 8: 53, 51, 59, 41, 56 and 71.
    private Move.Ask Bad(Picture picture)
    {
        var dn = _targets.Dn();
        var client = random.Next(registrations.Clients);
        var make = new TRequest { Request = nameof(RequestName.TMakeCall), ThisDN = dn, OtherDN = _targets.Number(picture) };
        return random.Next(7) switch
        {
            0 => new(client, make with { Request = "TAgentLogin" }, null, null),
            1 => new(client, make with { Request = "TFrob" }, null, null),
            2 => new(client, make with { OtherDN = null }, null, null),
            3 => new(client, make with { ThisDN = ExploredPlan.Nobody }, null, null),
            4 => new(client, new TRequest { Request = nameof(RequestName.TAnswerCall), ThisDN = dn, ConnID = "no ConnID" }, null, null),
            5 => Ask(RequestName.TSingleStepTransfer, picture) is var ask ? ask with { Request = ask.Request with { OtherDN = ExploredPlan.Nobody } } : null!,
            _ => new(client, new TRequest { Request = nameof(RequestName.TReleaseCall), ThisDN = dn, ConnID = NoCall }, null, null),
        };
    }

    /// <summary>The ConnID of a call that never was.</summary>
    public const string NoCall = "0000000000000001";

    private KVList? Data(int oneIn) => random.Next(oneIn) == 0 ? KVList.Empty.With(Key(), $"{random.Next(3)}") : null;

    private string Key() => random.Next(2) == 0 ? "name" : "reason";

    private string? Mode() => random.Next(4) switch
    {
        0 => null,
        1 => Words.Of(ForwardMode.OnBusy),
        2 => Words.Of(ForwardMode.OnNoAnswer),
        _ => Words.Of(ForwardMode.Unconditional),
    };
}
