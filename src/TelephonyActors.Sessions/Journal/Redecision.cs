using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Journal;

/// <summary>What an entity decides anew about a recorded input.</summary>
/// <param name="Next">Its state behind it; null: it has none.</param>
/// <param name="Outputs">What comes of it.</param>
internal readonly record struct Redecision(object? Next, IReadOnlyList<object> Outputs)
{
    private static readonly Redecision Nothing = new(null, []);

    /// <summary>Has the call model decide a record anew.</summary>
    /// <param name="plan">What is emulated.</param>
    /// <param name="state">The entity's state before it; null: it has none yet.</param>
    /// <param name="record">The record.</param>
    public static Redecision Of(SwitchPlan plan, object? state, SessionRecord record) => record.Entity.Kind switch
    {
        EntityKind.Call => OfCall(plan, state as Call, record),
        EntityKind.Dn => OfDn(state as Dn ?? Dn.Of(plan, record.Entity.Name), record),
        EntityKind.Line when (state as SharedLine ?? Begun(plan, record.Entity.Name)) is { } line => OfLine(line, record),
        EntityKind.Monitoring => OfMonitoring(state as Watchers ?? Watchers.Nobody, record),
        EntityKind.Calls when record.Input is StrayInput(var connID, var input) => new(null, Some(CallDecider.NoSuchCall(connID, input))),
        EntityKind.Front when record.Input is FrontInput input => new(null, Some<TEvent>(FrontDoor.Answer(plan, input, record.Time))),
        _ => Nothing,
    };

    private static Redecision OfCall(SwitchPlan plan, Call? call, SessionRecord record)
    {
        CallDecision? decision = record.Input switch
        {
            CallInput.Dialed dialed => CallDecider.Begin(plan, dialed, record.Time),
            _ when call is null => null,
            Stopped => null,
            var input when record.Failed => CallDecider.Fail(call, input as CallInput, record.Time),
            CallInput input => CallDecider.Decide(call, input, record.Time),
            _ => null,
        };
        return decision is { } made ? new(made.Next, made.Outputs) : Nothing;
    }

    private static Redecision OfDn(Dn dn, SessionRecord record)
    {
        var input = record.Input as DnInput;
        if (input is null && !record.Failed) return new(dn, []);
        var decision = record.Failed ? DnDecider.Fail(dn, input, record.Time) : DnDecider.Decide(dn, input!, record.Time);
        return new(decision.Next, decision.Outputs);
    }

    private static Redecision OfLine(SharedLine line, SessionRecord record)
    {
        var input = record.Input as LineInput;
        if (input is null && !record.Failed) return new(line, []);
        var decision = record.Failed ? LineDecider.Fail(line, input) : LineDecider.Decide(line, input!);
        return new(decision.Next, decision.Outputs);
    }

    private static Redecision OfMonitoring(Watchers watchers, SessionRecord record)
    {
        if (record.Input is not MonitorInput input) return new(watchers, []);
        var decision = MonitorDecider.Decide(watchers, input, record.Time);
        return new(decision.Next, Some(decision.Output));
    }

    private static SharedLine? Begun(SwitchPlan plan, string number) => plan.Line(number) is { } line ? SharedLine.Of(line) : null;

    private static IReadOnlyList<object> Some<T>(T? output)
        where T : class => output is null ? [] : [output];
}
