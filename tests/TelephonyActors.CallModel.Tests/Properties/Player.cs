using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>Plays a random run on a composition of the deciders and has everything checked on the way.</summary>
internal sealed class Player
{
    private const string NoCall = "00000000000000ff";

    private readonly RandomRun _run;
    private readonly ModelWorld _world;
    private readonly Invariants _invariants;
    private readonly Answers _answers = new();
    private readonly string[] _columns;
    private readonly string[] _numbers;
    private long _lastReference;
    private int _secondClient = 2;

    public Player(RandomRun run)
    {
        _run = run;
        var plan = Runs.Switches[run.Switch];
        CallRules? rules = null;
        _world = new ModelWorld(plan, new Seeded(run.Interleaving)) { Decided = decision => rules!.Check(decision) };
        rules = new CallRules(_world);
        _invariants = new Invariants(_world);
        _columns = [.. plan.Columns];
        _numbers = [.. _columns, .. plan.Externals.Select(external => external.Number), "999"];
    }

    public ModelWorld World => _world;

    public void Play(bool oneAtATime = false)
    {
        SetUp();
        foreach (var move in _run.Moves)
        {
            var before = oneAtATime && move is (Move.Ask or Move.Touch) ? Picture.Of(_world) : null;
            Make(move);
            if (oneAtATime || move is Move.Rest or Move.Wait) Rest();
            if (before is not null && _answers.LastWasRefused(_world)) Picture.Compare(before, Picture.Of(_world));
        }

        Rest();
        EverybodyHangsUp.NobodyFailsAnyMore(_world);
        HangUpAll();
        _invariants.CheckNothingIsLeft();
    }

    // The first client has every DN and monitoring; the second one some of both, and is the one that comes and goes.
    private void SetUp()
    {
        foreach (var dn in _columns) Send(1, new TRequest { Request = nameof(RequestName.TRegisterAddress), ThisDN = dn });
        Send(1, new TRequest { Request = nameof(RequestName.TStartCallMonitoring) });
        foreach (var dn in _columns.Take(3)) Send(2, new TRequest { Request = nameof(RequestName.TRegisterAddress), ThisDN = dn });
        Rest();
    }

    private void Make(Move move)
    {
        switch (move)
        {
            case Move.Ask ask: Ask(ask); break;
            case Move.Touch touch: Touch(touch); break;
            case Move.Turns(var count):
                for (; count > 0 && !_world.AtRest; count--) _world.Turn();
                break;
            case Move.Wait(var seconds): _world.Wait(TimeSpan.FromSeconds(seconds)); break;
            case Move.Pass(var seconds): _world.Pass(TimeSpan.FromSeconds(seconds)); break;
            case Move.Break broken: Break(broken); break;
            case Move.Replace:
                _answers.Forget(_secondClient);
                _invariants.Forget(_secondClient);
                _world.Leave(_secondClient++);
                foreach (var dn in _columns.Take(3)) Send(_secondClient, new TRequest { Request = nameof(RequestName.TRegisterAddress), ThisDN = dn });
                break;
        }
    }

    private void Ask(Move.Ask ask)
    {
        // The first client keeps what it started with, so that it hears everything.
        if (ask.Client == 1 && ask.Request is RequestName.TUnregisterAddress or RequestName.TStopCallMonitoring) return;

        var anyDn = _columns[ask.Dn % _columns.Length];
        var found = ask.Fits
            ? Fitting.Find(_world, ask.Request, ask.Dn)
            : (ask.Request, new Fitting.Place(anyDn, Find(anyDn, ask.Call), Find(anyDn, ask.OtherCall)));
        if (found is not var (request, place)) return;

        var target = (ask.Fits ? Fitting.Target(_world, request, place, ask.Other) : null) ?? _numbers[ask.Other % _numbers.Length];
        var shape = RequestAttributes.Of(request);
        Send(ask.Client == 1 ? 1 : _secondClient, new TRequest
        {
            Request = Words.Of(request),
            ThisDN = shape.Has(RequestAttributes.ThisDN) ? place.Dn : null,
            ConnID = shape.Has(RequestAttributes.ConnID) ? place.Call?.ToString() ?? NoCall : null,
            OtherConnID = shape.Has(RequestAttributes.OtherConnID) ? place.OtherCall?.ToString() ?? NoCall : null,
            OtherDN = shape.Has(RequestAttributes.OtherDN) ? target : null,
            ForwardMode = shape.Has(RequestAttributes.ForwardMode) ? Words.Of((ForwardMode)(ask.Call.Index % 3)) : null,
            UserData = shape.Required.Contains(RequestAttributes.UserData) ? KVList.Of(($"Key{ask.Other % 2}", (long)ask.Call.Index)) : null,
            Key = shape.Has(RequestAttributes.Key) ? $"Key{ask.Other % 2}" : null,
        });
    }

    private void Send(int client, TRequest request)
    {
        var sent = request with { ReferenceID = ++_lastReference };
        _answers.Sent(client, sent);
        _world.Send(client, sent);
    }

    private void Touch(Move.Touch touch)
    {
        var number = _numbers[touch.Phone % (_numbers.Length - 1)];
        var destination = touch.Action == PhoneAction.Dial ? _numbers[touch.Number % _numbers.Length] : null;
        Act(new PhoneAct(number, touch.Action, destination, touch.Call is { } which ? Find(number, which) : null));
    }

    private void Act(PhoneAct act)
    {
        _answers.Acted(++_lastReference, act);
        _world.Act(_lastReference, act);
    }

    private ConnID? Find(string number, WhichCall which)
    {
        var own = _world.Dns[number].Dn.Calls;
        if (which.Own && own.Length > 0) return own[which.Index % own.Length].ConnID;

        var created = _world.Calls.Created;
        return which.Index < created.Count ? created[^(which.Index + 1)] : null;
    }

    private void Break(Move.Break broken)
    {
        switch (broken.Kind)
        {
            case Breakable.Call when _world.CallEntities.Count > 0: _world.CallEntities[broken.Index % _world.CallEntities.Count].FailOnNext(); break;
            case Breakable.Dn: _world.Dns[_numbers[broken.Index % (_numbers.Length - 1)]].FailOnNext(); break;
            case Breakable.Line: _world.Lines["L"].FailOnNext(); break;
        }
    }

    private void Rest()
    {
        _world.Run();
        _invariants.CheckAtRest();
        _answers.Check(_world);
    }

    // Everybody hangs up whatever they have, and every timer runs out.
    private void HangUpAll()
    {
        for (var rounds = 0; rounds < 20; rounds++)
        {
            foreach (var act in EverybodyHangsUp.In(_world)) Act(act);
            Rest();
            _world.Wait(TimeSpan.FromSeconds(60));
            Rest();
            if (_world.CallEntities.Count == 0) return;
        }
    }
}
