using System.Collections.Immutable;
using TelephonyActors.CallModel;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Replaying;

/// <summary>
/// A switch that plays a recorded session: its clients register DNs and start monitoring, and hear what was heard of them when it was
/// recorded. Whatever else they ask is refused. It begins to play a moment after somebody drives it for the first time.
/// </summary>
/// <param name="session">The session's name.</param>
/// <param name="plan">The switch of its last run.</param>
/// <param name="clock">The time in which it is played.</param>
/// <param name="speed">How many times as fast as it was recorded; infinite: as fast as it goes.</param>
public sealed class ReplaySwitch(string session, SwitchPlan plan, TimeProvider clock, double speed) : ISwitch
{
    private const string Answered = "TRegisterAddress, TUnregisterAddress, TStartCallMonitoring, TStopCallMonitoring";

    // So long a client has to register what it wants to hear, before the first event.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _driven = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableArray<Client> _clients = [];

    public SwitchPlan Plan => plan;

    public ISwitchClient Connect(IClientListener listener)
    {
        var client = new Client(this, listener);
        listener.Hear(new TEvent { Event = EventName.EventLinkConnected, Time = clock.GetUtcNow() });
        ImmutableInterlocked.Update(ref _clients, static (clients, added) => clients.Add(added), client);
        return client;
    }

    public void Act(PhoneAct act, Action<PhoneOutcome> outcome) =>
        outcome(new PhoneOutcome.NotAllowed((int)ErrorCode.NotSupported, $"this is a replay of session {session}: nobody is at its phones"));

    public ValueTask ReadyAsync(CancellationToken cancellation)
    {
        _driven.TrySetResult();
        return ValueTask.CompletedTask;
    }

    /// <summary>Plays what stands in the session, from the moment on at which somebody drives the switch.</summary>
    public async Task PlayAsync(IEnumerable<SessionItem> items, CancellationToken cancellation)
    {
        await _driven.Task.WaitAsync(cancellation).ConfigureAwait(false);
        await Task.Delay(Patience, clock, cancellation).ConfigureAwait(false);
        var pace = new ReplayPace(clock, speed);
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            if (item is SessionItem.Run(var run)) pace.Begin(run.Started);
            else if (item is SessionItem.Record(var record)) await Play(record, pace, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Every client hears that the link is down.</summary>
    public void Close()
    {
        foreach (var client in _clients) client.Hear(new TEvent { Event = EventName.EventLinkDisconnected, Time = clock.GetUtcNow() });
    }

    // What answered one client alone answers nobody now.
    private async ValueTask Play(SessionRecord record, ReplayPace pace, CancellationToken cancellation)
    {
        foreach (var output in record.Outputs)
        {
            var (column, heard) = output switch
            {
                DnOutput.Report { To.IsEmpty: false } report => (record.Entity.Name, report.Event),
                MonitorOutput.Report report => (HeardEvents.Monitoring, report.Event),
                _ => ("", null),
            };
            if (heard is null) continue;
            await pace.UntilAsync(record.Time, cancellation).ConfigureAwait(false);
            foreach (var client in _clients)
                if (client.Wants(column)) client.Hear(heard);
        }
    }

    private sealed class Client(ReplaySwitch at, IClientListener listener) : ISwitchClient
    {
        private readonly Lock _gate = new();
        private readonly HashSet<string> _columns = new(StringComparer.Ordinal);

        public bool Wants(string column)
        {
            lock (_gate) return _columns.Contains(column);
        }

        public void Hear(TEvent heard) => listener.Hear(heard);

        public void Send(TRequest request) => listener.Hear(Answer(request));

        public void Dispose() => ImmutableInterlocked.Update(ref at._clients, static (clients, gone) => clients.Remove(gone), this);

        private TEvent Answer(TRequest sent)
        {
            var by = new Requester.Client(0, sent.Request, sent.ReferenceID);
            switch (RequestReader.Read(sent, out var refusal))
            {
                case Request.OfDn request when !at.Plan.IsDn(request.ThisDN): refusal = Refusal.NoSuchDn(request.ThisDN); break;
                case Request.RegisterAddress request: return Change(sent, request.ThisDN, EventName.EventRegistered, listens: true);
                case Request.UnregisterAddress request: return Change(sent, request.ThisDN, EventName.EventUnregistered, listens: false);
                case Request.StartCallMonitoring: return Change(sent, HeardEvents.Monitoring, EventName.EventACK, listens: true);
                case Request.StopCallMonitoring: return Change(sent, HeardEvents.Monitoring, EventName.EventACK, listens: false);
                case not null:
                    refusal = new Refusal(ErrorCode.NotSupported, $"Request {sent.Request} is not supported in a replay of a session; supported are {Answered}");
                    break;
            }

            return Errors.Of(by, sent.ThisDN, refusal!, Now);
        }

        private DateTimeOffset Now => at.Clock.GetUtcNow();

        private TEvent Change(TRequest sent, string column, EventName answer, bool listens)
        {
            bool changed;
            lock (_gate) changed = listens ? _columns.Add(column) : _columns.Remove(column);
            var by = new Requester.Client(0, sent.Request, sent.ReferenceID);
            if (!changed)
            {
                var code = !listens && answer == EventName.EventUnregistered ? ErrorCode.NotRegistered : ErrorCode.AlreadySo;
                return Errors.Of(by, sent.ThisDN, new Refusal(code, $"{sent.ThisDN ?? "call monitoring"} is {(listens ? "registered already" : "not registered")}"), Now);
            }

            return new TEvent
            {
                Event = answer,
                Time = Now,
                ThisDN = sent.ThisDN,
                ReferenceID = sent.ReferenceID,
                Extensions = answer == EventName.EventRegistered ? KVList.Of(("Calls", ImmutableArray<object>.Empty), ("DND", false)) : null,
            };
        }
    }

    private TimeProvider Clock => clock;
}
