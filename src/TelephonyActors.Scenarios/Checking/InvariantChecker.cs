using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// The invariants of call models, chapter 9, on an event stream alone, as a client could check them: fed event by event, each
/// source (a DN, a call's monitoring) in its order, sources among each other in any. Violations are reported as they show; the
/// positions are the caller's. Memory is bounded by the live calls. Not for several threads at once.
/// </summary>
public sealed class InvariantChecker : StreamState
{
    private AnswerRule _answers;
    private SequenceRule _sequence;

    /// <summary>A checker of one stream.</summary>
    /// <param name="facts">What is known of the switch's configuration; the checker adds what the events tell.</param>
    /// <param name="complete">
    /// All DNs are registered and monitoring is on from the first event, as for the scenario runner; else both are learned from
    /// the answers in the stream, and what came before is not held against it.
    /// </param>
    /// <param name="requests">What is known of the requests behind the answers.</param>
    /// <param name="report">Called once for each violation.</param>
    public InvariantChecker(SwitchFacts facts, bool complete, RequestKnowledge requests, Action<Violation> report)
        : this(new CheckerSettings(facts, complete, requests, report))
    {
    }

    internal InvariantChecker(CheckerSettings settings)
        : base(settings)
    {
    }

    /// <summary>A client's request was sent.</summary>
    public void Request(TRequest request, long position) => _answers.Request(this, request, position);

    /// <summary>An event was heard.</summary>
    public void Hear(TEvent heard, long position)
    {
        HearOrder(heard, position);
        HearMeaning(heard, position);
    }

    /// <summary>The switch has nothing left to do, and every event it caused was heard; timers may be pending.</summary>
    public void AtRest()
    {
        _answers.AtRest(this);
        _sequence.AtRest();
        Losers?.AtRest(this);
        if (!IsIdle) new AppearanceRule(this).AtRest();
        new RestRule(this).AtRest();
    }

    /// <summary>Invariant 7 alone: the numbers, in the order in which the events were heard.</summary>
    internal void HearOrder(TEvent heard, long position) => _sequence.Hear(this, heard, position);

    /// <summary>All but invariant 7.</summary>
    internal void HearMeaning(TEvent heard, long position)
    {
        var request = _answers.Hear(this, heard, position);
        if (heard.Event.IsPrivate()) new RegistrationRule(this).Hear(heard, request);
        else if (heard.Event.IsMonitoring()) new MonitoringRule(this).Hear(heard, position);
        else HearColumn(heard, position);
    }

    private void HearColumn(TEvent heard, long position)
    {
        // The rules that keep nothing of their own are made anew: a checker of a few idle DNs, of which a load has many, stays small.
        if (LosersRule.Concerned(this, heard) is { } stay) LosersOrNew.Hear(heard, stay, position);
        new ColumnRule(this).Hear(heard, position);
    }
}
