using TelephonyActors.Scenarios.Checking;
using TelephonyActors.Scenarios.Loading.Flows;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>What an island's driver has to do when the island has heard something.</summary>
internal enum IslandTurn : byte
{
    None,
    Up,
    Ended,
    Failed,
}

/// <summary>
/// DNs that call only each other, the call that they are making, and the checker of everything that is heard of them. It is driven by
/// whichever thread of the switch tells it something, one at a time.
/// </summary>
internal sealed class Island : FlowRun
{
    private const int ReferenceBits = 24;
    private const int MostOpen = 4;

    private readonly LoadDriver _driver;
    private readonly InvariantChecker _checker;
    private readonly int _index;
    private int _references;
    private CallFlow? _flow;
    private long _position;
    private ushort _expected;
    private ushort _heard;

    // When the requests were sent that are open, by ReferenceID; where there were ever more than two at a time, each.
    private long _sentEven;
    private long _sentOdd;
    private long[]? _sentEach;
    private byte _open;
    private byte _toRegister;
    private IslandTurn _turn;

    public Island(int index, LoadDriver driver)
    {
        (_index, _driver) = (index, driver);
        _checker = new InvariantChecker(driver.Checking);
    }

    /// <summary>Who comes next in the <see cref="IslandQueue"/> that it is in.</summary>
    public Island? Behind { get; set; }

    public LoadClient Client => _driver.ClientOf(_index);

    protected override int Dns => _driver.Plan.DnsOfIsland;

    /// <summary>Registers every DN.</summary>
    public void Register()
    {
        lock (_checker)
        {
            _toRegister = (byte)_driver.Plan.Width;
            for (var at = 0; at < _driver.Plan.Width; at++)
                Send(new TRequest { Request = nameof(RequestName.TRegisterAddress), ReferenceID = NextReference(), ThisDN = NumberAt(at) });
        }
    }

    /// <summary>Begins a call.</summary>
    /// <param name="call">Its number.</param>
    /// <param name="intended">When it was to begin, which is now or earlier.</param>
    public void Begin(long call, long intended)
    {
        lock (_checker)
        {
            _flow = _driver.Mix.Of(call, out var choice);
            Reset(choice);
            (_expected, _heard, _sentEven) = (0, 0, intended);
            _flow.Begin(this);
        }
    }

    /// <summary>The call that is up goes on.</summary>
    public void GoOn()
    {
        lock (_checker) _flow?.GoOn(this);
    }

    /// <summary>Hears an event of one of its DNs, or of the monitoring of one of its calls.</summary>
    public void Hear(TEvent heard)
    {
        IslandTurn turn;
        lock (_checker)
        {
            _turn = IslandTurn.None;
            _checker.Hear(heard, ++_position);
            if (_flow is not null) HearOfCall(heard, _flow);
            else if (_toRegister > 0) HearRegistered(heard);
            turn = _turn;
        }

        if (turn != IslandTurn.None) _driver.Gate.Went(this, turn);
    }

    /// <summary>Nothing more will be heard: what is still open now will stay so. What the call still waits for; null: there is none.</summary>
    /// <param name="judge">Whether what is missing violates an invariant.</param>
    public string? GiveUp(bool judge)
    {
        lock (_checker)
        {
            if (_flow is null) return null;
            if (judge) _checker.AtRest();
            var call = FirstCall is null ? "" : $" {FirstCall}";
            var sentence = FormattableString.Invariant(
                $"call{call} of DN {A}, flow {_flow.Name}, came to a standstill in state {State}: {_heard} of {_expected} events, {_open} requests without an answer");
            Leave(IslandTurn.None);
            return sentence;
        }
    }

    public override void Up() => _turn = IslandTurn.Up;

    public override void End()
    {
        _driver.Counters.Ended(_heard);
        Leave(IslandTurn.Ended);
    }

    protected override string NumberAt(int at) => _driver.Plan.NumberOf(_index, at);

    protected override long NextReference() => ((long)_index << ReferenceBits) + (++_references & ((1 << ReferenceBits) - 1));

    protected override void Send(TRequest request, int causes)
    {
        // The first request of a call counts from when the call was to begin.
        SentAt(request.ReferenceID!.Value) = _expected == 0 ? _sentEven : _driver.Time.Now;
        _expected += (ushort)causes;
        _open++;
        Send(request);
    }

    private void Send(TRequest request)
    {
        _checker.Request(request, _position);
        Client.Send(request);
    }

    private void HearOfCall(TEvent heard, CallFlow flow)
    {
        if (heard.ReferenceID is { } reference) HearAnswer(reference);
        if (heard.Event == EventName.EventError)
        {
            if (!flow.Expects(this, heard)) Fail(FormattableString.Invariant($"{heard.Request} of DN {heard.ThisDN}, flow {flow.Name}, is refused with {heard.ErrorCode}: {heard.ErrorMessage}"));
        }
        else
        {
            if (heard.ConnID is { } call && Learn(call)) _driver.Alive();
            _heard++;
            if (heard.Event == EventName.EventRinging) flow.Rings(this, heard);
        }

        if (_flow is null) return;
        if (_heard > _expected)
        {
            Fail(FormattableString.Invariant($"{heard.Event} of {heard.ThisDN ?? heard.DN ?? "a call"}, flow {flow.Name}, is one event more than the flow has"));
        }
        else if (_heard == _expected && _open == 0)
        {
            _checker.AtRest();
            flow.AtRest(this);
        }
    }

    private void HearAnswer(long reference)
    {
        if (reference >> ReferenceBits != _index) return;
        _open--;
        _driver.Counters.Answered(_driver.Time.Now - SentAt(reference));
    }

    private ref long SentAt(long reference)
    {
        if (_open >= 2) _sentEach ??= [_sentEven, _sentOdd, _sentEven, _sentOdd];
        if (_sentEach is not null) return ref _sentEach[reference % MostOpen];
        if (reference % 2 == 0) return ref _sentEven;
        return ref _sentOdd;
    }

    private void HearRegistered(TEvent heard)
    {
        if (heard.Event == EventName.EventRegistered && --_toRegister == 0) _driver.Registered();
    }

    // What its DNs do from now on is checked like everything, but no flow goes with it; no further call is made there.
    private void Fail(string sentence)
    {
        _driver.Counters.Failed(_heard);
        _driver.Tell(sentence);
        Leave(IslandTurn.Failed);
    }

    private void Leave(IslandTurn turn)
    {
        if (FirstCall is not null) _driver.Gone();
        Reset(choice: 0);
        (_flow, _turn) = (null, turn);
    }
}
