using Akka.Actor;
using TelephonyActors.CallModel;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.Switch.Monitoring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch;

/// <summary>The switch as clients and phones see it: reads what they send and takes it to the entity that answers.</summary>
internal sealed class SwitchFront(SwitchPlan plan, ulong firstConnID) : ISwitch
{
    private IScheduler? _scheduler;

    public SwitchPlan Plan { get; } = plan;

    public Clients Clients { get; } = new();

    public Routes Routes { get; } = new();

    public ulong FirstConnID { get; } = firstConnID;

    private DateTimeOffset Now => (_scheduler ?? throw new InvalidOperationException("The switch has not been started.")).Now;

    public void Start(IScheduler scheduler) => _scheduler = scheduler;

    /// <summary>call models 8: on shutdown every client hears EventLinkDisconnected.</summary>
    public void Disconnect() => Clients.DeliverToAll(new TEvent { Event = EventName.EventLinkDisconnected, Time = Now });

    public ISwitchClient Connect(IClientListener listener)
    {
        var connected = new TEvent { Event = EventName.EventLinkConnected, Time = Now };
        var client = Clients.Add(listener);
        listener.Hear(connected);
        return new Client(this, client);
    }

    public void Act(PhoneAct act, Action<PhoneOutcome> outcome)
    {
        if (!Plan.IsDn(act.Number) && !Plan.IsExternal(act.Number))
            outcome(new PhoneOutcome.NotAllowed((int)ErrorCode.NoSuchDn, $"{act.Number} is no number of the switch"));
        else Routes.ToDn(act.Number, new DnInput.Acted(new Requester.Phone(Clients.Begin(outcome)), act));
    }

    private void Take(int client, TRequest sent)
    {
        var by = new Requester.Client(client, sent.Request, sent.ReferenceID);
        switch (RequestReader.Read(sent, out var refusal))
        {
            case Request.StartCallMonitoring: Routes.Monitor.Tell(new StartMonitoring(by), ActorRefs.NoSender); break;
            case Request.StopCallMonitoring: Routes.Monitor.Tell(new StopMonitoring(by), ActorRefs.NoSender); break;
            case Request.OfDn request when Plan.IsDn(request.ThisDN): Routes.ToDn(request.ThisDN, new DnInput.Requested(by, request)); break;
            case Request.OfDn request: Clients.Deliver(client, Errors.Of(by, sent.ThisDN, Refusal.NoSuchDn(request.ThisDN), Now)); break;
            default: Clients.Deliver(client, Errors.Of(by, sent.ThisDN, refusal!, Now)); break;
        }
    }

    private void Leave(int client, IEnumerable<string> dns)
    {
        foreach (var dn in dns) Routes.ToDn(dn, new DnInput.ClientGone(client));
        Routes.Monitor.Tell(new ClientLeft(client), ActorRefs.NoSender);
    }

    private sealed class Client(SwitchFront front, int id) : ISwitchClient
    {
        // Where this client may be registered, so that its leaving concerns these DNs alone.
        private readonly HashSet<string> _dns = [];
        private volatile bool _gone;

        public void Send(TRequest request)
        {
            if (_gone) return;

            if (request is { Request: nameof(RequestName.TRegisterAddress), ThisDN: { } dn } && front.Plan.IsDn(dn))
            {
                lock (_dns) _dns.Add(dn);
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
