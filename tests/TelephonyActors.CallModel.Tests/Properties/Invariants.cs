using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>The invariants of chapter 9 that a composition of the deciders can break, at rest: in what was reported and in what is kept.</summary>
internal sealed class Invariants
{
    private readonly ModelWorld _world;
    private readonly Dictionary<string, ColumnWatch> _columns;
    private readonly MonitoringWatch _monitoring = new();
    private readonly ClientWatch _clients;
    private readonly Dictionary<ConnID, (CallUUID, int, CallType)> _headers = [];
    private int _seen;

    public Invariants(ModelWorld world)
    {
        _world = world;
        _columns = world.Plan.Columns.ToDictionary(column => column, column => new ColumnWatch(column));
        _clients = new ClientWatch(world);
    }

    public void Forget(int client) => _clients.Forget(client);

    public void CheckAtRest()
    {
        for (; _seen < _world.Reported.Count; _seen++)
        {
            var (column, happened) = _world.Reported[_seen];
            if (column == ModelWorld.Monitoring) _monitoring.See(happened);
            else _columns[column].See(happened);
            CheckHeader(happened);
        }

        _clients.Check();
        foreach (var dn in _world.Dns.Values) CheckDn(dn.Dn);
        foreach (var call in _world.CallEntities) CheckCall(call.Call);
        foreach (var line in _world.Lines.Values) CheckLine(line.Line);
        foreach (var connID in _monitoring.Live)
            if (!_world.Calls.Live.ContainsKey(connID)) throw new InvariantBroken(3, $"{connID} is over and monitoring knows nothing of it");
        CheckTimers();
    }

    /// <summary>9.10, after everybody hung up and all timers have run out.</summary>
    public void CheckNothingIsLeft()
    {
        if (_world.CallEntities.Count > 0) throw new InvariantBroken(10, $"left are {string.Join(", ", _world.CallEntities.Select(call => call.Name))}");
        foreach (var dn in _world.Dns.Values)
            if (!dn.Dn.Calls.IsEmpty || dn.Dn.Hook is not Hook.On) throw new InvariantBroken(10, $"{dn.Name} is left with {dn.Dn.Calls.Length} calls and {dn.Dn.Hook}");
        foreach (var line in _world.Lines.Values)
            if (line.Line.Appearances.Any(use => use is not AppearanceUse.Free)) throw new InvariantBroken(10, $"an appearance of {line.Name} is not free");
        foreach (var (entity, message, _) in _world.Timers.Armed) throw new InvariantBroken(10, $"a timer of {entity.Name} is left: {message}");
    }

    // What every event of a call bears is the same on all of them (chapter 0).
    private void CheckHeader(TEvent happened)
    {
        if (happened.ConnID is not { } connID) return;

        var header = (happened.CallUUID!, happened.CallID!.Value, happened.CallType!.Value);
        if (!_headers.TryAdd(connID, header) && _headers[connID] != header)
            throw new InvariantBroken(0, $"{happened.Event} of {connID} bears {header} instead of {_headers[connID]}");
    }

    private void CheckDn(Dn dn)
    {
        if (dn.InHand is not InHand.Nothing) throw new InvariantBroken(10, $"{dn.Number} still waits: {dn.InHand}");
        if (!dn.Waiting.IsEmpty) throw new InvariantBroken(10, $"a request waits at {dn.Number} while nothing is in hand");
        if (!dn.Forsaken.IsEmpty) throw new InvariantBroken(10, $"{dn.Number} still remembers an attempt that it failed");
        if (dn.Kind == DnKind.External) return;

        // call models 0, Lines.
        var active = dn.Calls.Count(call => call.IsActive) + (dn.Hook is Hook.On ? 0 : 1);
        if (active > 1) throw new InvariantBroken(0, $"{dn.Number} has {active} calls that are neither held nor ringing");
        if (dn.Kind == DnKind.Ordinary && dn.LinesTaken > dn.Lines) throw new InvariantBroken(0, $"{dn.Number} uses {dn.LinesTaken} of {dn.Lines} lines");

        var stays = _columns[dn.Number].Stays;
        if (stays.Count != dn.Calls.Length) throw new InvariantBroken(9, $"{dn.Number} has {dn.Calls.Length} calls, and {stays.Count} by its column");
        foreach (var call in dn.Calls)
        {
            if (!stays.TryGetValue(call.ConnID, out var state) || state != call.State)
                throw new InvariantBroken(9, $"{dn.Number} is {call.State} in {call.ConnID}, and {state} by its column");
        }
    }

    private void CheckCall(Call call)
    {
        var connID = call.Header.ConnID;
        if (call.Errand is not Errand.None) throw new InvariantBroken(10, $"{connID} still waits: {call.Errand}");
        if (!call.Waiting.IsEmpty) throw new InvariantBroken(10, $"an input waits at {connID}, which waits for nothing");
        if (call.Phase is CallPhase.Over or CallPhase.JoinedInto) throw new InvariantBroken(10, $"{connID} is over and still there");

        var told = _monitoring.PartiesOf(connID);
        if (told.Count != call.Parties.Length) throw new InvariantBroken(9, $"{connID} has {call.Parties.Length} parties, and {told.Count} by monitoring");
        foreach (var party in call.Parties)
        {
            if (!told.TryGetValue(party.Dn, out var known) || known.PartyID != party.Id || Plain(call, known.State) != party.State)
                throw new InvariantBroken(9, $"{party.Dn} is party {party.Id}, {party.State}, of {connID}, and {known} by monitoring");
            var own = _world.Dns[party.Dn].Dn.CallOf(connID);
            if (own is null || own.State != party.State || own.Seat != party.Seat)
                throw new InvariantBroken(9, $"{party.Dn} is {party.State} in {connID} by the call, and {own} by itself");
        }

        // call models 0, Parties: neither one party alone nor alerting ones only stay behind in an answered call.
        if (call.Phase is CallPhase.Answered && (call.Parties.Length < 2 || call.Parties.All(party => party.Alerts)))
            throw new InvariantBroken(0, $"{connID} goes on with {string.Join(", ", call.Parties)}");
        if (call.Phase is CallPhase.Dialing && !call.Parties.Any(party => party.Alerts))
            throw new InvariantBroken(0, $"{connID} dials and nobody rings");
        foreach (var party in call.Parties.Where(party => party.Alerts))
            if (call.Rings.All(ring => ring.Id != party.Ring)) throw new InvariantBroken(0, $"{party.Dn} rings in {connID} for nothing");
    }

    private void CheckLine(SharedLine line)
    {
        for (var appearance = 1; appearance <= line.Appearances.Length; appearance++)
        {
            var seat = new Seat(line.Number, appearance);
            var sitting = _world.CallEntities.Where(call => call.Call.Parties.Any(party => party.Seat == seat)).Select(call => call.Call).ToList();
            var seized = _world.Dns.Values.Where(dn => dn.Dn.Hook is Hook.Seized hook && hook.Seat == seat).Select(dn => dn.Name).ToList();
            AppearanceUse meant =
                sitting.Count == 1 && seized.Count == 0 ? Occupied(sitting[0], seat) :
                sitting.Count == 0 && seized.Count == 1 ? new AppearanceUse.Seized(seized[0]) :
                AppearanceUse.Free.Instance;
            if (line.Appearances[appearance - 1] != meant || sitting.Count + seized.Count > 1)
                throw new InvariantBroken(6, $"appearance {appearance} of {line.Number}: {line.Appearances[appearance - 1]} instead of {meant}; {sitting.Count} calls, {seized.Count} seizures");
        }
    }

    private static AppearanceUse.Occupied Occupied(Call call, Seat seat) => new(
        call.Header.ConnID,
        call.Parties.Any(party => party.Seat == seat && party.State == PartyState.Connected),
        call.Parties.Any(party => party.Seat == seat && party.State == PartyState.Held));

    // A timer is a function of the state: what is armed is exactly what the state asks for.
    private void CheckTimers()
    {
        var meant = new List<string>();
        foreach (var entity in _world.CallEntities)
            foreach (var ring in entity.Call.Rings)
                if (ring.Deadline is { } deadline) meant.Add($"{entity.Name} ring {ring.Id} {deadline:O}");
        var armed = _world.Timers.Armed.Where(timer => timer.Entity is CallEntity).Select(timer => $"{timer.Entity.Name} ring {((CallInput.RingTimedOut)timer.Message).Ring} {timer.Due:O}");
        if (!meant.Order().SequenceEqual(armed.Order())) throw new InvariantBroken(10, $"the ring timers are {string.Join("; ", armed)} instead of {string.Join("; ", meant)}");

        var seized = _world.Dns.Values.Count(dn => dn.Dn.Hook is Hook.Seized);
        var limits = _world.Timers.Armed.Count(timer => timer.Message is DnInput.SeizureTimedOut);
        if (seized != limits) throw new InvariantBroken(10, $"{limits} timers for {seized} seizures");
    }

    // Connected+Dialing of an answered call counts as Connected (9.9).
    private static PartyState Plain(Call call, PartyState state) =>
        state == PartyState.ConnectedDialing && call.Phase is CallPhase.Answered ? PartyState.Connected : state;
}
