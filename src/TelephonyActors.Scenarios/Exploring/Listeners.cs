using TelephonyActors.Scenarios.Checking;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>Hears every column and monitoring through the whole run: what it hears is checked.</summary>
internal sealed class Observer : IClientListener
{
    private readonly InvariantChecker _checker;
    private readonly Picture _picture;
    private readonly FreeAppearanceRule _appearances;
    private readonly Tally _tally;
    private readonly RunLog? _log;
    private readonly LineRule _line;
    private readonly Doubts _doubts;
    private long _heard;

    public Observer(Picture picture, FreeAppearanceRule appearances, Tally tally, RunLog? log, Action<Failure> fail)
    {
        (_picture, _appearances, _tally, _log) = (picture, appearances, tally, log);
        _line = new LineRule(fail);
        _doubts = new Doubts(picture);
        var facts = new SwitchFacts().WithLine(ExploredPlan.Line.Members, ExploredPlan.Line.Appearances);
        foreach (var dn in ExploredPlan.Plan.Dns) facts.WithColumn(dn.Number);
        _checker = new InvariantChecker(facts, complete: true, RequestKnowledge.OneClient, violation =>
        {
            if (!_doubts.Has(violation)) fail(Failure.Of(violation));
        });
    }

    /// <summary>Hears the answers to its own requests.</summary>
    public Action<TEvent>? Overhear { get; set; }

    public void Sent(TRequest request) => _checker.Request(request, _heard);

    public void Hear(TEvent heard)
    {
        _heard++;
        // What the checker doubts when a call is deleted, the others have to know by then.
        _picture.Hear(heard);
        _line.Hear(heard, _heard);
        _doubts.Hear(heard, _heard);
        _checker.Hear(heard, _heard);
        // The answers to its own requests belong to the test, not to the run.
        if (heard.Event.IsPrivate())
        {
            Overhear?.Invoke(heard);
            return;
        }

        _appearances.Hear(heard);
        _tally.Hear(heard);
        _log?.Hear(heard);
    }

    public void AtRest()
    {
        _appearances.AtRest();
        _checker.AtRest();
        _line.AtRest();
        _doubts.AtRest();
    }
}

/// <summary>One of the clients that send.</summary>
internal sealed class ExploringClient : IClientListener
{
    private readonly Tally _tally;
    private readonly RunLog? _log;
    private readonly FreeAppearanceRule _appearances;
    private readonly AnswerCheck _answers;
    private readonly ISwitchClient _connection;

    public ExploringClient(int number, ISwitch theSwitch, FreeAppearanceRule appearances, Tally tally, RunLog? log, Action<Failure> fail)
    {
        (_appearances, _tally, _log) = (appearances, tally, log);
        _answers = new AnswerCheck(number, fail);
        _connection = theSwitch.Connect(this);
    }

    public void Send(TRequest request)
    {
        _answers.Sent(request);
        _connection.Send(request);
    }

    public void Hear(TEvent heard)
    {
        var answers = _answers.Hear(heard);
        // What the columns tell, the observer has heard.
        if (heard.Event.IsPrivate()) _tally.Hear(heard);
        if (!answers) return;
        _appearances.Answered(heard);
        _log?.HearAnswer(heard);
    }

    public void AtRest() => _answers.AtRest();

    /// <summary>It goes away; nothing that it still waits for comes.</summary>
    public void Leave() => _connection.Dispose();
}
