using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Running;

/// <summary>A switch that knows no telephony: it says what the test wrote down for it, once it is let run.</summary>
internal sealed class ScriptedSwitch : ISimulation, ISwitch, ISwitchClient
{
    private readonly Dictionary<string, Queue<TEvent[]>> _script = [];
    private readonly Dictionary<string, PhoneOutcome> _outcomes = [];
    private readonly Queue<Action> _pending = [];
    private IClientListener? _listener;

    public SwitchPlan Plan { get; private set; } = new("", [], [], [], TimeSpan.Zero);

    public ISwitch Switch => this;

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The requests that came, in order.</summary>
    public List<TRequest> Requests { get; } = [];

    /// <summary>The phone actions that came, in order.</summary>
    public List<PhoneAct> Acts { get; } = [];

    public bool IsDisposed { get; private set; }

    /// <summary>What the switch reports on the next request of this name, phone action of this word, or wait ('wait').</summary>
    public ScriptedSwitch On(string what, params TEvent[] events)
    {
        if (!_script.TryGetValue(what, out var reports)) _script[what] = reports = new();
        reports.Enqueue(events);
        return this;
    }

    /// <summary>What the switch says to phone actions of this word.</summary>
    public ScriptedSwitch Says(string action, PhoneOutcome outcome)
    {
        _outcomes[action] = outcome;
        return this;
    }

    public ScenarioRun Run(string scenario) => ScenarioRunner.Run(ScenarioFile.Parse("flow.yaml", scenario), Start);

    public ISimulation Start(SwitchPlan plan)
    {
        Plan = plan;
        return this;
    }

    public ISwitchClient Connect(IClientListener listener)
    {
        _listener = listener;
        listener.Hear(new TEvent { Event = EventName.EventLinkConnected });
        return this;
    }

    public ValueTask ReadyAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    public void Send(TRequest request)
    {
        Requests.Add(request);
        _pending.Enqueue(() => Report(request.Request!, request));
    }

    public void Act(PhoneAct act, Action<PhoneOutcome> outcome)
    {
        Acts.Add(act);
        var word = PhoneWords.Of(act.Action);
        _pending.Enqueue(() =>
        {
            outcome(_outcomes.GetValueOrDefault(word, PhoneOutcome.Done.Instance));
            Report(word, null);
        });
    }

    public void Begin(int number)
    {
    }

    public void Settle()
    {
        while (_pending.TryDequeue(out var next)) next();
    }

    public void Advance(TimeSpan by)
    {
        Now += by;
        Report("wait", null);
    }

    public void Dispose() => IsDisposed = true;

    private void Report(string what, TRequest? request)
    {
        if (_script.TryGetValue(what, out var reports) && reports.TryDequeue(out var events))
            foreach (var heard in events) _listener!.Hear(heard);
        else if (request?.Request == "TRegisterAddress")
            _listener!.Hear(new TEvent { Event = EventName.EventRegistered, ThisDN = request.ThisDN, ReferenceID = request.ReferenceID });
        else if (request?.Request == "TStartCallMonitoring")
            _listener!.Hear(new TEvent { Event = EventName.EventACK, ReferenceID = request.ReferenceID });
    }
}
