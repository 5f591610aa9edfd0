using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>
/// call models 7: a line is told before anybody can know. Whoever has heard that an appearance is free can have it. Judged where nothing
/// else could have taken it: nobody else tried to reach a number until the refusal, and no call reached the line up to the next rest.
/// </summary>
internal sealed class FreeAppearanceRule(Action<Failure> fail)
{
    private readonly Dictionary<(string Dn, ConnID Call), long> _calls = [];
    private readonly Dictionary<string, long> _seizures = [];
    private readonly Dictionary<long, Attempt> _open = [];
    private readonly List<Attempt> _refused = [];
    private long _asked;
    private long _taken;
    private bool _judges = true;

    /// <summary>A client sends a request, numbered by its ReferenceID.</summary>
    public void Asked(TRequest request)
    {
        if (ReachesANumber(request)) Begin(request.ReferenceID!.Value, request.ThisDN ?? "");
    }

    /// <summary>Somebody acts at a phone; the number tells the act from others.</summary>
    public void Asked(long act, PhoneAct what)
    {
        if (what.Action is PhoneAction.Dial or PhoneAction.OffHook) Begin(-act, what.Number);
    }

    /// <summary>A client has its answer.</summary>
    public void Answered(TEvent answer) => End(answer.ReferenceID!.Value, answer.ErrorMessage ?? "");

    /// <summary>An action at a phone has its outcome.</summary>
    public void Answered(long act, PhoneOutcome outcome) => End(-act, outcome is PhoneOutcome.NotAllowed no ? no.Why : "");

    /// <summary>An entity is about to fail: an appearance may be taken and given back with nobody hearing of it.</summary>
    public void Fail() => _judges = false;

    public void Hear(TEvent heard)
    {
        switch (heard.Event)
        {
            case EventName.EventPrivateInfo when IndexOf(heard) is { } index:
                _taken++;
                _seizures[heard.ThisDN!] = index;
                break;
            case EventName.EventOnHook: _seizures.Remove(heard.ThisDN!); break;
            case EventName.EventDialing or EventName.EventRinging or EventName.EventEstablished when IndexOf(heard) is { } index:
                _taken++;
                _calls[(heard.ThisDN!, heard.ConnID!)] = index;
                if (heard.Event == EventName.EventDialing) _seizures.Remove(heard.ThisDN!);
                break;
            // A call that found every member busy had an appearance for a moment.
            case EventName.EventDestinationBusy: _taken++; break;
            case EventName.EventPartyChanged when _calls.Remove((heard.ThisDN!, heard.PreviousConnID!), out var kept):
                _taken++;
                _calls[(heard.ThisDN!, heard.ConnID!)] = kept;
                break;
            case EventName.EventReleased or EventName.EventAbandoned: _calls.Remove((heard.ThisDN!, heard.ConnID!)); break;
        }
    }

    /// <summary>Every column has told all.</summary>
    public void AtRest()
    {
        foreach (var attempt in _refused)
        {
            if (attempt.Taken == _taken && _judges)
                fail(new Failure(Failure.LateLine, $"DN {attempt.Dn} is refused an appearance, and everybody has heard that one is free"));
        }

        _refused.Clear();
        _open.Clear();
    }

    private static bool ReachesANumber(TRequest request) =>
        Words.TryParse<RequestName>(request.Request, out var name)
        && name is RequestName.TMakeCall or RequestName.TInitiateConference or RequestName.TInitiateTransfer or RequestName.TMuteTransfer
            or RequestName.TSingleStepConference or RequestName.TSingleStepTransfer or RequestName.TRedirectCall;

    private static long? IndexOf(TEvent heard) => heard.Extensions?["AppearanceIndex"] as long?;

    private bool HeardFree() => _calls.Values.Concat(_seizures.Values).Distinct().Count() < ExploredPlan.Line.Appearances;

    private void Begin(long number, string dn)
    {
        _asked++;
        _open[number] = new Attempt(dn, _asked, _taken, IsAlone: _open.Count == 0, HeardFree());
    }

    private void End(long number, string refusal)
    {
        if (!_open.Remove(number, out var attempt) || !refusal.EndsWith("has no free appearance", StringComparison.Ordinal)) return;
        if (attempt.IsAlone && attempt.HeardFree && attempt.Asked == _asked) _refused.Add(attempt);
    }

    /// <summary>What was asked; how much had been asked and taken by then, whether nothing else was open and an appearance free.</summary>
    private sealed record Attempt(string Dn, long Asked, long Taken, bool IsAlone, bool HeardFree);
}
