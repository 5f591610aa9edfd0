using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Running;

/// <summary>
/// Runs a scenario: one client that has registered every DN and monitors every call, step by step, in virtual time (contract,
/// chapter 3, The runner).
/// </summary>
public sealed class ScenarioRunner : IClientListener
{
    private readonly Scenario _scenario;
    private readonly ISimulation _simulation;
    private readonly ImmutableArray<string> _columns;
    private readonly CallNumbers _calls = new();
    private readonly StepComparer _comparer;
    private readonly List<TEvent> _heard = [];

    private ScenarioRunner(Scenario scenario, ISimulation simulation)
    {
        _scenario = scenario;
        _simulation = simulation;
        _columns = StepColumns.Of(scenario.Plan);
        _comparer = new StepComparer(_calls);
    }

    /// <summary>Runs the scenario on a switch of its own.</summary>
    public static ScenarioRun Run(Scenario scenario, Func<SwitchPlan, ISimulation> simulate)
    {
        using var simulation = simulate(scenario.Plan);
        return new ScenarioRunner(scenario, simulation).Run();
    }

    void IClientListener.Hear(TEvent heard) => _heard.Add(heard);

    private ScenarioRun Run()
    {
        using var client = _simulation.Switch.Connect(this);
        Listen(client);

        var steps = ImmutableArray.CreateBuilder<StepRun>();
        try
        {
            foreach (var step in _scenario.Steps) steps.Add(Run(step, client));
        }
        catch (BadInputException unforeseeable)
        {
            return new ScenarioRun(_scenario, steps.ToImmutable(), _calls, unforeseeable.Faults);
        }

        return new ScenarioRun(_scenario, steps.ToImmutable(), _calls, []);
    }

    private void Listen(ISwitchClient client)
    {
        foreach (var dn in _scenario.Plan.Columns)
            client.Send(new TRequest { Request = nameof(RequestName.TRegisterAddress), ReferenceID = 0, ThisDN = dn });
        client.Send(new TRequest { Request = nameof(RequestName.TStartCallMonitoring), ReferenceID = 0 });
        _simulation.Settle();

        if (_heard.Find(heard => heard.Event == EventName.EventError) is { } refusal)
            throw new InvalidOperationException($"The switch refuses {refusal.Request} before the first step: {refusal.ErrorMessage}");
        _heard.Clear();
    }

    private StepRun Run(ScenarioStep step, ISwitchClient client)
    {
        var refusal = "";
        _simulation.Begin(step.Number);
        switch (step.Action)
        {
            case StepAction.Request request:
                client.Send(Bound(request));
                _simulation.Settle();
                break;
            case StepAction.Phone phone:
                refusal = Act(phone, step.Position);
                break;
            case StepAction.Wait wait:
                _simulation.Advance(wait.Time);
                break;
        }

        _calls.Learn(_heard);
        var columns = Columns(step);
        _heard.Clear();
        return new StepRun(step, columns, Differences(step, columns, refusal), refusal, _simulation.Now);
    }

    private TRequest Bound(StepAction.Request request)
    {
        var bound = request.Written;
        if (request.ConnID is { } connID) bound = bound with { ConnID = Bound(connID).ToString() };
        if (request.OtherConnID is { } other) bound = bound with { OtherConnID = Bound(other).ToString() };
        if (bound.UserData is not { } data) return bound;

        foreach (var call in CallReferences.In(data)) Bound(call);
        return bound with { UserData = _calls.Bind(data) };
    }

    private ConnID Bound(CallReference call) => _calls.Of(call) ?? throw Unbound(call);

    private BadInputException Unbound(CallReference call) => new(new Fault(
        call.Position,
        $"{call} stands for no call when its step starts",
        _calls.Count switch { 0 => "no $n, there is no call yet", 1 => "$1", var count => $"$1 to ${count}" }));

    // The reason where the switch does not allow it, else nothing.
    private string Act(StepAction.Phone phone, FilePosition at)
    {
        PhoneOutcome? outcome = null;
        var act = phone.Call is { } call ? phone.Act with { ConnID = Bound(call) } : phone.Act;
        _simulation.Switch.Act(act, came => outcome = came);
        _simulation.Settle();
        return outcome switch
        {
            PhoneOutcome.Done => "",
            PhoneOutcome.NotAllowed no => $"not allowed ({no.Code}): {no.Why}",
            PhoneOutcome.Ambiguous two => throw new BadInputException(new Fault(
                at, $"{PhoneWords.Of(act.Action)} at {act.Number} could mean two calls: {two.Why}", "ConnID: $n, which says the call")),
            _ => throw new InvalidOperationException($"The switch never said what came of {PhoneWords.Of(act.Action)} at {act.Number}."),
        };
    }

    private ImmutableArray<ColumnRun> Columns(ScenarioStep step)
    {
        var heard = _heard.ToLookup(e => StepColumns.Of(e, step.Action));
        return [.. _columns.Select(column => new ColumnRun(column, Entries(step.Expected, column, [.. heard[column]])))];
    }

    private ImmutableArray<ColumnEntry> Entries(Expectation expected, string column, List<TEvent> heard) =>
        expected is Expectation.Exactly exactly
            ? _comparer.Compare(exactly.In(column), heard)
            : [.. heard.Select(e => new ColumnEntry.Heard(e, []))];

    private ImmutableArray<Difference> Differences(ScenarioStep step, ImmutableArray<ColumnRun> columns, string refusal)
    {
        var differences = ImmutableArray.CreateBuilder<Difference>();

        // An action that is not allowed is a difference, unless the step says that nothing happens.
        var isDemanded = step.Expected is not Expectation.Exactly { IsSilence: true };
        if (refusal.Length > 0 && isDemanded && step.Action is StepAction.Phone { Act: var act })
            differences.Add(new Difference(step.Position, step.Number, act.Number, $"{PhoneWords.Of(act.Action)} is {refusal}"));

        foreach (var column in columns)
            foreach (var entry in column.Entries)
                differences.AddRange(StepDifferences.Of(entry, step, column.Column, _calls));
        return differences.ToImmutable();
    }
}
