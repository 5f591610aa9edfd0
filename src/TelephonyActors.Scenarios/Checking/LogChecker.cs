using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// Checks one log: every run of a scenario in it is judged on its own, step by step; a recording without steps, or a client's own
/// log, as one stream that is never known to be at rest.
/// </summary>
public sealed class LogChecker
{
    private readonly List<Violation> _violations = [];
    private readonly List<(LoggedEvent Logged, long Line)> _run = [];
    private readonly Dictionary<string, InvariantChecker> _recordings = [];
    private readonly InvariantChecker _client;

    public LogChecker() => _client = new InvariantChecker(new SwitchFacts(), complete: false, RequestKnowledge.OneClient, _violations.Add);

    /// <summary>What was found, in the order of the lines.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    public long Events { get; private set; }

    /// <exception cref="BadLogException">A line is neither an event nor a request.</exception>
    public void Read(Stream file)
    {
        foreach (var line in LogLines.Read(file))
        {
            switch (line)
            {
                case LogLine.Asked asked: _client.Request(asked.Request, asked.Number); break;
                case LogLine.Of of: Hear(of.Logged, of.Number); break;
            }
        }

        CheckRun();
        _violations.Sort(static (one, other) => (one.Position, one.Invariant).CompareTo((other.Position, other.Invariant)));
    }

    private void Hear(LoggedEvent logged, long line)
    {
        Events++;
        if (logged.Step is null)
        {
            _client.Hear(logged.Event, line);
        }
        else if (logged.Step == 0)
        {
            if (!_recordings.TryGetValue(logged.Scenario!, out var recording))
                _recordings[logged.Scenario!] = recording = new(new SwitchFacts(), complete: false, RequestKnowledge.None, _violations.Add);
            recording.Hear(logged.Event, line);
        }
        else
        {
            if (_run.Count > 0 && _run[^1].Logged.Scenario != logged.Scenario) CheckRun();
            _run.Add((logged, line));
        }
    }

    private void CheckRun()
    {
        foreach (var run in RunLines.Split(_run)) Check(run);
        _run.Clear();
    }

    private void Check(List<(LoggedEvent Logged, long Line)> run)
    {
        var facts = new SwitchFacts();
        foreach (var (logged, _) in run)
            if (!logged.Event.Event.IsMonitoring() && logged.Event.ThisDN is { } dn) facts.WithColumn(dn);

        var places = new Dictionary<long, int>();
        for (var at = 0; at < run.Count; at++) places[run[at].Line] = at;
        var meant = run.Select(line => line.Logged).ToArray();
        var checker = new InvariantChecker(new CheckerSettings(facts, Complete: true, RequestKnowledge.OnePerStep, _violations.Add,
            // Two lines that stand the wrong way round break invariant 7; in the right order they break nothing else.
            (one, other) => (meant[places[one]], meant[places[other]]) = (meant[places[other]], meant[places[one]])));
        foreach (var (logged, line) in run) checker.HearOrder(logged.Event, line);

        var steps = RunLines.StepsOf(meant);
        for (var at = 0; at < run.Count; at++)
        {
            if (at > 0 && steps[at] != steps[at - 1]) checker.AtRest();
            checker.HearMeaning(meant[at].Event, run[at].Line);
        }

        checker.AtRest();
    }
}
