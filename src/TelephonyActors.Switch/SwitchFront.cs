using Akka.Actor;
using TelephonyActors.CallModel;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.Switch.Recording;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch;

/// <summary>The switch as clients and phones see it: reads what they send and takes it to the entity that answers.</summary>
internal sealed class SwitchFront(SwitchPlan plan, ulong firstConnID) : ISwitch
{
    private IScheduler? _scheduler;

    public SwitchPlan Plan { get; } = plan;

    public Clients Clients => Routes.Clients;

    public Routes Routes { get; } = new(plan, new Clients());

    public ulong FirstConnID { get; } = firstConnID;

    /// <summary>How many parents the calls have.</summary>
    public int CallParents { get; init; } = 16;

    private DateTimeOffset Now => (_scheduler ?? throw new InvalidOperationException("The switch has not been started.")).Now;

    public void Start(IScheduler scheduler) => _scheduler = scheduler;

    /// <summary>From now on entities hand what they decide to a recorder.</summary>
    public void Record(IRecorder recorder)
    {
        recorder.Attach(Clients);
        Routes.Recorder = recorder;
    }

    /// <summary>call models 8: on shutdown every client hears EventLinkDisconnected; completes when all have.</summary>
    public Task Disconnect()
    {
        Tell(FrontInput.Closed.Instance);
        return Routes.Recorder?.DrainAsync() ?? Task.CompletedTask;
    }

    public ISwitchClient Connect(IClientListener listener)
    {
        var client = Clients.Add(listener);
        Tell(new FrontInput.Connected(client));
        return new Client(this, client);
    }

    // What is told anew must not overtake what was on the way.
    public ValueTask ReadyAsync(CancellationToken cancellation) => Routes.Resumed is { Task: { IsCompleted: false } resuming }
        ? new ValueTask(resuming.WaitAsync(cancellation))
        : Routes.Recorder?.ReadyAsync(cancellation) ?? ValueTask.CompletedTask;

    public void Act(PhoneAct act, Action<PhoneOutcome> outcome)
    {
        if (!Plan.IsDn(act.Number) && !Plan.IsExternal(act.Number))
            outcome(new PhoneOutcome.NotAllowed((int)ErrorCode.NoSuchDn, $"{act.Number} is no number of the switch"));
        else Routes.ToDn(act.Number, new DnInput.Acted(new Requester.Phone(Clients.Begin(outcome)), act));
    }

    private void Take(int client, TRequest sent)
    {
        var by = new Requester.Client(client, sent.Request, sent.ReferenceID);
        switch (RequestReader.Read(sent, out _))
        {
            case Request.StartCallMonitoring: Routes.Monitor.Tell(new MonitorInput.StartAsked(by), ActorRefs.NoSender); break;
            case Request.StopCallMonitoring: Routes.Monitor.Tell(new MonitorInput.StopAsked(by), ActorRefs.NoSender); break;
            case Request.OfDn request when Plan.IsDn(request.ThisDN): Routes.ToDn(request.ThisDN, new DnInput.Requested(by, request)); break;
            default: Tell(new FrontInput.Refused(client, sent)); break;
        }
    }

    private void Tell(FrontInput input)
    {
        var now = Now;
        if (FrontDoor.Answer(Plan, input, now) is not { } heard) return;

        var record = new FrontRecord(now, input, heard);
        if (Routes.Recorder is { } recorder) recorder.Take(record);
        else record.Deliver(Clients);
    }

    private void Leave(int client, PlaceSet dns)
    {
        foreach (var place in dns.All()) Routes.ToDn(Plan.NumberAt(place), new DnInput.ClientGone(client));
        Routes.Monitor.Tell(new MonitorInput.ClientGone(client), ActorRefs.NoSender);
    }

    private sealed class Client(SwitchFront front, int id) : ISwitchClient
    {
        // Where this client may be registered, so that its leaving concerns these DNs alone.
        private readonly PlaceSet _dns = new(front.Plan.Count);
        private volatile bool _gone;

        public void Send(TRequest request)
        {
            if (_gone) return;

            if (request is { Request: nameof(RequestName.TRegisterAddress), ThisDN: { } dn } && front.Plan.PlaceOf(dn) is var place && front.Plan.IsDn(place))
            {
                lock (_dns) _dns.Add(place);
            }

            front.Take(id, request);
            // It went away meanwhile: what this request began must end behind it.
            if (_gone) Leave();
        }

        public void Dispose()
        {
            _gone = true;
            if (front.Clients.Remove(id)) Leave();
        }

        private void Leave()
        {
            lock (_dns) front.Leave(id, _dns);
        }
    }
}
