using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.World;

/// <summary>
/// A switch made of the deciders alone: every entity has a mailbox, a chooser picks which one runs next, the clock is virtual, and all
/// that is reported is kept. It does what the actors do and holds no rule of its own.
/// </summary>
internal sealed class ModelWorld
{
    /// <summary>The column of the call-based events.</summary>
    public const string Monitoring = "monitoring";

    /// <summary>No request causes nearly as many turns; whoever passes it goes round in a circle.</summary>
    private const int MostTurns = 20_000;

    private readonly IChooser _chooser;
    private readonly List<Entity> _runnable = [];
    private readonly Dictionary<Entity, int> _ordinals = [];
    private long _stamp;

    public ModelWorld(SwitchPlan plan, IChooser chooser)
    {
        Plan = plan;
        _chooser = chooser;
        Calls = new CallsEntity(this);
        Monitor = new MonitorEntity(this);
        Lines = plan.SharedLines.ToDictionary(line => line.Number, line => new LineEntity(SharedLine.Of(line), this));
        Dns = plan.Columns.Concat(plan.Externals.Select(external => external.Number))
            .ToDictionary(number => number, number => new DnEntity(Dn.Of(plan, number), this));
        Columns = plan.Columns.Append(Monitoring).ToDictionary(column => column, _ => new List<TEvent>());
        foreach (var entity in (Entity[])[Calls, Monitor, .. Lines.Values, .. Dns.Values]) _ordinals.Add(entity, _ordinals.Count);
    }

    public SwitchPlan Plan { get; }

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

    public WorldTimers Timers { get; } = new();

    public CallsEntity Calls { get; }

    public MonitorEntity Monitor { get; }

    public IReadOnlyDictionary<string, LineEntity> Lines { get; }

    public IReadOnlyDictionary<string, DnEntity> Dns { get; }

    /// <summary>The calls whose entity has not stopped, over or not.</summary>
    public List<CallEntity> CallEntities { get; } = [];

    /// <summary>What each DN and monitoring reported, whoever heard it, without ReferenceIDs.</summary>
    public IReadOnlyDictionary<string, List<TEvent>> Columns { get; }

    /// <summary>The same in one order: that in which the entities reported.</summary>
    public List<(string Column, TEvent Event)> Reported { get; } = [];

    /// <summary>What each client heard.</summary>
    public Dictionary<int, List<TEvent>> Heard { get; } = [];

    /// <summary>What came of each action at a phone, by its number.</summary>
    public Dictionary<long, List<PhoneOutcome>> Outcomes { get; } = [];

    /// <summary>Called with each decision of a call, before its outputs are performed.</summary>
    public Action<CallDecision> Decided { get; init; } = _ => { };

    public bool AtRest => _runnable.Count == 0;

    /// <summary>As the front of the switch does: reads the request and takes it to the entity that answers.</summary>
    public void Send(int client, TRequest sent)
    {
        Heard.TryAdd(client, []);
        var by = new Requester.Client(client, sent.Request, sent.ReferenceID);
        switch (RequestReader.Read(sent, out var refusal))
        {
            case Request.StartCallMonitoring: Monitor.Tell(new StartWatching(by)); break;
            case Request.StopCallMonitoring: Monitor.Tell(new StopWatching(by)); break;
            case Request.OfDn request when Plan.IsDn(request.ThisDN): ToDn(request.ThisDN, new DnInput.Requested(by, request)); break;
            case Request.OfDn request: Deliver(client, Errors.Of(by, sent.ThisDN, Refusal.NoSuchDn(request.ThisDN), Now)); break;
            default: Deliver(client, Errors.Of(by, sent.ThisDN, refusal!, Now)); break;
        }
    }

    public void Act(long act, PhoneAct what) => ToDn(what.Number, new DnInput.Acted(new Requester.Phone(act), what));

    /// <summary>A client goes away: it hears nothing any more.</summary>
    public void Leave(int client)
    {
        foreach (var dn in Plan.Columns) ToDn(dn, new DnInput.ClientGone(client));
        Monitor.Tell(new WatcherGone(client));
        Heard.Remove(client);
    }

    /// <summary>One entity takes one message.</summary>
    public void Turn() => _chooser.Next(_runnable).TakeNext();

    public void Run()
    {
        for (var turns = 0; !AtRest; turns++)
        {
            if (turns == MostTurns) throw new InvalidOperationException("the composition never comes to rest");
            Turn();
        }
    }

    /// <summary>Lets time pass; each moment at which something is due is run to rest before the next.</summary>
    public void Wait(TimeSpan time)
    {
        var until = Now + time;
        Run();
        while (Timers.Next is { } due && due <= until)
        {
            Now = due > Now ? due : Now;
            Timers.Fire(Now);
            Run();
        }

        Now = until;
    }

    /// <summary>Time passes while messages are still on their way.</summary>
    public void Pass(TimeSpan time)
    {
        Now += time;
        Timers.Fire(Now);
    }

    public void ToDn(string dn, DnInput input) => Dns[dn].Tell(input);

    public void ToLine(string line, LineInput input) => Lines[line].Tell(input);

    public void Publish(CallFact fact) => Monitor.Tell(fact);

    /// <summary>To one client; one that has gone hears nothing.</summary>
    public void Deliver(int client, TEvent heard)
    {
        if (Heard.TryGetValue(client, out var inbox)) inbox.Add(heard);
    }

    public void Recorded(string column, TEvent happened)
    {
        Columns[column].Add(happened);
        Reported.Add((column, happened));
    }

    public void Complete(long act, PhoneOutcome outcome)
    {
        if (!Outcomes.TryGetValue(act, out var outcomes)) Outcomes.Add(act, outcomes = []);
        outcomes.Add(outcome);
    }

    public void Started(CallEntity call)
    {
        _ordinals.Add(call, _ordinals.Count);
        CallEntities.Add(call);
    }

    public void Stopped(CallEntity call)
    {
        CallEntities.Remove(call);
        Timers.DisarmAll(call);
    }

    public long NextStamp() => ++_stamp;

    /// <summary>The entity has mail. The list keeps the order in which entities were made, so that a seed means one interleaving.</summary>
    public void Runs(Entity entity)
    {
        var at = _runnable.Count;
        while (at > 0 && _ordinals[_runnable[at - 1]] > _ordinals[entity]) at--;
        _runnable.Insert(at, entity);
    }

    public void Idles(Entity entity) => _runnable.Remove(entity);
}
