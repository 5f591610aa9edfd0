using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Host.Metering;
using TelephonyActors.Host.Serving;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Watching;

/// <summary>
/// Knows what goes on in the switch, for HTTP and the web page: an ordinary client that has registered every DN and monitors every
/// call. It keeps what it hears within limits, and slows nobody.
/// </summary>
internal sealed class SwitchWatch : IClientListener, IHostedService, IDisposable
{
    private static readonly string[] _eventNames = [.. Words.All<EventName>()];

    private readonly ISwitch _switch;
    private readonly FrozenDictionary<string, WatchedDn> _dns;
    private readonly WatchedCalls _calls;
    private readonly long[] _events = new long[_eventNames.Length];
    private readonly Action<ConnID, TEvent> _file;
    private ISwitchClient? _client;

    public SwitchWatch(ISwitch at, ServiceSettings settings, Meter meter)
    {
        _switch = at;
        _dns = at.Plan.Columns.ToFrozenDictionary(number => number, number => new WatchedDn(number));
        _calls = new WatchedCalls(settings.View);
        _file = _calls.Note;
        meter.CreateObservableGauge("telephony.calls.live", () => _calls.Live, null, "Calls that have been created and not deleted.");
        meter.CreateObservableCounter("telephony.calls", () => _calls.Created, null, "Calls that have been created.");
        meter.CreateObservableCounter(
            "telephony.events",
            () => ServiceMeter.Counts(_events, at => [new("event", _eventNames[at])]),
            null,
            "Events of DNs and of call monitoring, each counted once however many clients hear it.");
    }

    public SwitchPlan Plan => _switch.Plan;

    public WatchedCalls Calls => _calls;

    /// <summary>A number that rises with every event: while it is the same, nothing has changed.</summary>
    public long Version
    {
        get
        {
            long version = 0;
            foreach (ref var count in _events.AsSpan()) version += Volatile.Read(ref count);
            return version;
        }
    }

    /// <summary>What a DN is like now; <paramref name="look"/> must be quick.</summary>
    public T? Look<T>(string number, Func<WatchedDn, T> look)
        where T : class
    {
        if (!_dns.TryGetValue(number, out var dn)) return null;
        lock (dn) return look(dn);
    }

    public void Hear(TEvent heard)
    {
        Interlocked.Increment(ref _events[(int)heard.Event]);
        if (heard is { Event: EventName.EventPartyInfo, ThisDN: { } told, ConnID: { } of }) Restore(told, of, heard);
        else if (heard.ThisDN is { } number)
        {
            if (!_dns.TryGetValue(number, out var dn)) return;
            lock (dn) dn.Note(heard, _file);
            if (heard.Event == EventName.EventRegistered) AskForCalls(dn);
        }
        else if (heard.ConnID is { } connID)
        {
            _calls.Note(connID, heard);
            // A party that moves is seen to leave the one call and to join the other.
            if (heard.PreviousConnID is { } previous && previous != connID) _calls.Note(previous, heard);
        }
    }

    // Calls that were there before the watch began, after a restart for example: monitoring does not tell who is in them.
    private void AskForCalls(WatchedDn dn)
    {
        string[] calls;
        lock (dn) calls = [.. dn.Calls.Select(call => call.ConnID.ToString())];
        foreach (var call in calls)
            _client?.Send(new TRequest { Request = nameof(RequestName.TQueryCall), ReferenceID = 1, ThisDN = dn.Number, ConnID = call });
    }

    private void Restore(string number, ConnID connID, TEvent heard)
    {
        if (!_dns.TryGetValue(number, out var dn) || heard.Extensions?["Parties"] is not ImmutableArray<object> described) return;
        var parties = described.OfType<KVList>().Select(WatchedParty.Of).ToList();
        CallAtDn? here;
        lock (dn) here = dn.Restore(connID, parties);
        if (here is not null) _calls.Restore(connID, heard with { CallType = here.CallType }, parties);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _client = _switch.Connect(this);
        _client.Send(new TRequest { Request = nameof(RequestName.TStartCallMonitoring), ReferenceID = 1 });
        foreach (var number in _dns.Keys)
            _client.Send(new TRequest { Request = nameof(RequestName.TRegisterAddress), ReferenceID = 1, ThisDN = number });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _client?.Dispose();
}
