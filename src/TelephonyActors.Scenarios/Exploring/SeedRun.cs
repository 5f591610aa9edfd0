using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;
using TelephonyActors.Switch.Faults;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>What a run came to.</summary>
/// <param name="Failure">The first thing that went wrong; null: all was well.</param>
/// <param name="Moves">The moves made until then.</param>
internal sealed record RunResult(Failure? Failure, ImmutableArray<TimedMove> Moves);

/// <summary>
/// One run on a switch of its own: clients connect, make their moves, everybody hangs up, and nothing may be left (contract, chapter 4).
/// </summary>
internal sealed class SeedRun
{
    private readonly ExploredSystem _system;
    private readonly Simulation _simulation;
    private readonly SwitchFaults _faults;
    private readonly ISwitch _switch;
    private readonly Tally _tally;
    private readonly RunLog? _log;
    private readonly Observer _observer;
    private readonly ISwitchClient _observing;
    private readonly ExploringClient[] _clients;
    private readonly List<TimedMove> _made = [];
    private readonly FreeAppearanceRule _appearances;
    private long _references;
    private long _acts;
    private int _actsOpen;

    private SeedRun(ExploreOptions options, ExploredSystem system, SwitchFaults faults, ISwitch theSwitch, Tally tally, RunLog? log)
    {
        (_system, _simulation, _faults, _switch, _tally, _log) = (system, system.Simulation, faults, theSwitch, tally, log);
        Registrations = new Registrations(options.Clients);
        _appearances = new FreeAppearanceRule(Fail);
        _observer = new Observer(Picture, _appearances, tally, log, Fail);
        _observing = theSwitch.Connect(_observer);
        _clients = new ExploringClient[options.Clients];
        for (var client = 0; client < _clients.Length; client++) _clients[client] = Client(client);
    }

    public Picture Picture { get; } = new();

    public Registrations Registrations { get; }

    public Failure? Failure { get; private set; }

    /// <summary>Hears the answers to what is sent from outside.</summary>
    public Action<TEvent>? Overhear
    {
        set => _observer.Overhear = value;
    }

    public Simulation Simulation => _simulation;

    /// <inheritdoc cref="ExploredSystem.BusyActors"/>
    public int BusyActors => _system.BusyActors;

    /// <summary>Makes the moves up from the seed.</summary>
    public static RunResult OfSeed(ExploredSystem system, ExploreOptions options, ulong seed, SeededChoice choice, Tally tally, RunLog? log = null)
    {
        var flow = ExploreFlows.Of(options.Flow);
        return Play(system, options, seed, choice, tally, log, run =>
        {
            var maker = new MoveMaker(new SeededGenerator(seed), flow, run.Registrations);
            // Waits, failures and clients that go do not count; a run without a request is none of any flow.
            for (var requests = 0; requests < options.Requests && run.Failure is null;)
            {
                var move = maker.Next(run.Picture);
                if (move.Move.Counts) requests++;
                run.Make(move);
            }
        });
    }

    /// <summary>Makes given moves.</summary>
    public static RunResult OfMoves(
        ExploredSystem system, ExploreOptions options, ulong seed, ImmutableArray<TimedMove> moves, Choice choice, Tally tally, RunLog? log = null) =>
        Play(system, options, seed, choice, tally, log, run =>
        {
            foreach (var move in moves)
            {
                if (run.Failure is not null) return;
                run.Make(move);
            }
        });

    public void Fail(Failure failure) => Failure ??= failure;

    /// <summary>Has whoever listens to all send a request; its answer is checked like any.</summary>
    public void SendFromOutside(TRequest request)
    {
        var numbered = request with { ReferenceID = ++_references };
        _observer.Sent(numbered);
        _observing.Send(numbered);
    }

    /// <summary>Somebody at a phone acts; every action has one outcome.</summary>
    public void Act(PhoneAct act, Action<PhoneOutcome>? came = null)
    {
        _actsOpen++;
        var number = ++_acts;
        _appearances.Asked(number, act);
        _switch.Act(act, outcome =>
        {
            _actsOpen--;
            _appearances.Answered(number, outcome);
            came?.Invoke(outcome);
        });
    }

    /// <summary>Runs until nothing is left to do, and checks what holds then.</summary>
    public void Settle()
    {
        _simulation.Settle();
        AtRest();
    }

    private static RunResult Play(
        ExploredSystem system, ExploreOptions options, ulong seed, Choice choice, Tally tally, RunLog? log, Action<SeedRun> moves)
    {
        var faults = new SwitchFaults(options.Fault);
        var result = system.Simulation.Run(() =>
        {
            var run = new SeedRun(options, system, faults, system.Begin(faults), tally, log);
            run.Register(new SeededGenerator(~seed));
            system.Simulation.Choice = choice;
            run.PlayToTheEnd(moves);
            return new RunResult(run.Failure, [.. run._made]);
        });
        system.End();
        tally.EndRun();
        return result;
    }

    private void PlayToTheEnd(Action<SeedRun> moves)
    {
        try
        {
            // Nobody has called yet: what belongs to the switch now must be all that belongs to it in the end.
            var actors = BusyActors;
            moves(this);
            _faults.FailNobody();
            Settle();
            if (Failure is null) Ending.Play(this, actors, _log?.Begin(null, _simulation.Now));
        }
        catch (NotAtRestException endless)
        {
            Fail(new Failure(Failure.Hang, endless.Message));
        }
    }

    private void Register(SeededGenerator random)
    {
        foreach (var dn in ExploredPlan.Dns) SendFromOutside(new TRequest { Request = nameof(RequestName.TRegisterAddress), ThisDN = dn });
        SendFromOutside(new TRequest { Request = nameof(RequestName.TStartCallMonitoring) });
        for (var client = 0; client < _clients.Length; client++) RegisterSome(client, random);
        _simulation.Settle();
    }

    // Each client has three DNs or fewer, so that most DNs have several clients.
    private void RegisterSome(int client, SeededGenerator random)
    {
        for (var count = 0; count < 3; count++)
        {
            var dn = ExploredPlan.Dns[random.Next(ExploredPlan.Dns.Length)];
            if (!Registrations.Add(client, dn)) continue;
            _clients[client].Send(new TRequest { Request = nameof(RequestName.TRegisterAddress), ReferenceID = ++_references, ThisDN = dn });
        }
    }

    private void Make(TimedMove timed)
    {
        _made.Add(timed);
        GiveTurns(timed.Turns);
        if (Failure is not null) return;

        if (timed.Move.Counts) _tally.Requests++;
        if (timed.Move is Move.FailCall or Move.FailNumber) _appearances.Fail();
        var logged = _log?.Begin(timed.Move, _simulation.Now);
        switch (timed.Move)
        {
            case Move.Ask ask: Send(ask, logged); break;
            case Move.Touch touch: Touch(touch, logged); break;
            case Move.Wait wait: Wait(wait); break;
            case Move.FailCall(var call) when Picture.Find(call) is { } found: _faults.FailCall(found.ConnID); break;
            case Move.FailNumber(var line, true): _faults.FailLine(line); break;
            case Move.FailNumber(var dn, false): _faults.FailDn(dn); break;
            case Move.Replace(var client): Replace(client); break;
        }

        if (logged is not null) logged.At = _simulation.Now;
        if (_faults.Bug is { } bug) Fail(Failure.Of(bug));
    }

    private void GiveTurns(int turns)
    {
        if (turns == TimedMove.ToRest)
        {
            Settle();
            return;
        }

        for (var turn = 0; turn < turns; turn++)
            if (!_simulation.Step()) return;
    }

    private void Send(Move.Ask ask, LoggedMove? logged)
    {
        var request = ask.Request with { ReferenceID = ++_references };
        if (ask.Call is { } call) request = request with { ConnID = ConnIDOf(call) };
        else if (NeedsConnID(request)) request = request with { ConnID = MoveMaker.NoCall };
        if (ask.OtherCall is { } other) request = request with { OtherConnID = ConnIDOf(other) };
        if (ask.Request is { ThisDN: { } dn, Request: nameof(RequestName.TRegisterAddress) }) Registrations.Add(ask.Client, dn);
        if (ask.Request is { ThisDN: { } left, Request: nameof(RequestName.TUnregisterAddress) }) Registrations.Remove(ask.Client, left);
        if (logged is not null) logged.Sent = request;
        _appearances.Asked(request);
        _clients[ask.Client].Send(request);
    }

    private static bool NeedsConnID(TRequest request) =>
        request.ConnID is null && Words.TryParse<RequestName>(request.Request, out var name) && RequestAttributes.Of(name).Has(RequestAttributes.ConnID);

    private string ConnIDOf(CallRef call) => Picture.Find(call)?.ConnID.ToString() ?? MoveMaker.NoCall;

    private void Touch(Move.Touch touch, LoggedMove? logged)
    {
        var act = touch.Call is { } call && Picture.Find(call) is { } found ? touch.Act with { ConnID = found.ConnID } : touch.Act;
        if (logged is not null) logged.Act = act;
        Act(act, logged is null ? null : outcome => logged.Refusal = outcome switch
        {
            PhoneOutcome.NotAllowed no => $"not allowed ({no.Code}): {no.Why}",
            PhoneOutcome.Ambiguous two => two.Why,
            _ => "",
        });
    }

    private void Wait(Move.Wait wait)
    {
        Settle();
        var time = _simulation.Time;
        if (wait.Until == Until.Passed) _simulation.Advance(wait.Time);
        else if (!time.TryNextDue(out var due)) return;
        else if (wait.Until == Until.AtTimer)
        {
            // What the timer causes races what is done next.
            time.MoveTo(due);
            _simulation.Step();
            return;
        }
        else
        {
            var moment = due + TimeSpan.FromMilliseconds(wait.Until == Until.BeforeTimer ? -1 : 1);
            if (moment > time.Elapsed) _simulation.Advance(moment - time.Elapsed);
        }

        AtRest();
    }

    private void Replace(int client)
    {
        _clients[client].Leave();
        Registrations.Forget(client);
        _clients[client] = Client(client);
    }

    private ExploringClient Client(int client) => new(client + 1, _switch, _appearances, _tally, _log, Fail);

    private void AtRest()
    {
        if (_faults.Bug is { } bug) Fail(Failure.Of(bug));
        foreach (var client in _clients) client.AtRest();
        if (_actsOpen > 0) Fail(new Failure(Failure.Hang, "an action at a phone has no outcome, and the switch is at rest"));
        _observer.AtRest();
    }
}
