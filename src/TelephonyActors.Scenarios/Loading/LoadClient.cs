using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>A client of the load, with the DNs of many islands; what it hears goes to the island that it is about.</summary>
internal sealed class LoadClient : IClientListener, IDisposable
{
    private readonly LoadDriver _driver;
    private readonly ISwitchClient _connection;

    public LoadClient(LoadDriver driver, ISwitch at)
    {
        _driver = driver;
        _connection = at.Connect(this);
    }

    public void Send(TRequest request) => _connection.Send(request);

    public void Hear(TEvent heard)
    {
        if (_driver.IslandOf(heard.ThisDN) is not { } island) _driver.HearElsewhere(heard);
        else if (island.Client == this) island.Hear(heard);
        else _driver.HearOfOther(heard);
    }

    public void Dispose() => _connection.Dispose();
}

/// <summary>
/// The client that monitors every call. Monitoring tells of a call before it tells of its first party; from then on it is known which
/// island the call belongs to.
/// </summary>
internal sealed class MonitoringClient : IClientListener, IDisposable
{
    // Whoever reports the life of calls may do so on several threads, each call on one.
    private const int Shards = 16;
    private const int Kept = 1024;

    private readonly LoadDriver _driver;
    private readonly ISwitchClient _connection;
    private readonly Dictionary<ulong, object>[] _calls = new Dictionary<ulong, object>[Shards];

    public MonitoringClient(LoadDriver driver, ISwitch at)
    {
        _driver = driver;
        for (var shard = 0; shard < Shards; shard++) _calls[shard] = [];
        _connection = at.Connect(this);
    }

    public void Start() => _connection.Send(_driver.Outside(RequestName.TStartCallMonitoring));

    public void Hear(TEvent heard)
    {
        if (heard.ConnID is not { Value: var call } || heard.ThisDN is not null) _driver.HearElsewhere(heard);
        else if (Route(heard, call, out var created) is not { } island)
        {
            if (heard.Event != EventName.EventCallCreated) _driver.HearElsewhere(heard);
        }
        else
        {
            if (created is not null) island.Hear(created);
            island.Hear(heard);
        }
    }

    public void Dispose() => _connection.Dispose();

    // Room for a million calls is given back when there are none.
    private static void Remove(Dictionary<ulong, object> calls, ulong call)
    {
        calls.Remove(call);
        if (calls.Count == 0 && calls.Capacity > Kept) calls.TrimExcess();
    }

    // The island of the call, and the event that has waited until it was known.
    private Island? Route(TEvent heard, ulong call, out TEvent? created)
    {
        created = null;
        var calls = _calls[call % Shards];
        lock (calls)
        {
            if (heard.Event == EventName.EventCallCreated)
            {
                if (calls.TryGetValue(call, out var before)) return before as Island;
                calls.Add(call, heard);
                return null;
            }

            if (!calls.TryGetValue(call, out var known)) return null;
            if (heard.Event == EventName.EventCallDeleted) Remove(calls, call);
            if (known is Island island) return island;
            if (_driver.IslandOf(heard.DN) is not { } found) return null;
            created = (TEvent)known;
            if (heard.Event != EventName.EventCallDeleted) calls[call] = found;
            return found;
        }
    }
}
