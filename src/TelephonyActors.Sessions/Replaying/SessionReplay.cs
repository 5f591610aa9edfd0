using TelephonyActors.Sessions.Journal;

namespace TelephonyActors.Sessions.Replaying;

/// <summary>Takes what a replay plays.</summary>
public interface IReplayReport
{
    /// <summary>What was heard, in order.</summary>
    /// <param name="run">The run.</param>
    /// <param name="number">The step; 0 in a run without steps.</param>
    /// <param name="heard">What was heard in the step, column by column; in a run without steps one event after the other.</param>
    void Add(RunHeader run, int number, IReadOnlyList<Heard> heard);

    /// <summary>Nothing comes for a while: whoever watches should see what has been added.</summary>
    void Pause();
}

/// <summary>
/// Plays a session: the runs in order, in them what clients heard. A run with steps is told step by step, column by column, as it was
/// printed when it was recorded; what prepared it is left out, as it was then.
/// </summary>
public sealed class SessionReplay(IReplayReport report, ReplayPace pace)
{
    private readonly List<Heard> _step = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private RunHeader? _run;
    private int _number;

    /// <summary>Records played so far.</summary>
    public long Records { get; private set; }

    /// <summary>Plays what stands in a session.</summary>
    /// <exception cref="OperationCanceledException">It was told to end before that; what was heard until then has been told.</exception>
    public async Task PlayAsync(IEnumerable<SessionItem> items, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (item)
            {
                case SessionItem.Run(var header): Begin(header); break;
                case SessionItem.Record({ Input: StepMark(var step) }): Next(step); break;
                case SessionItem.Record(var record): await Play(record, cancellation).ConfigureAwait(false); break;
            }

            Records++;
        }

        EndStep();
    }

    private void Begin(RunHeader header)
    {
        EndStep();
        (_run, _number) = (header, 0);
        pace.Begin(header.Started);
        _columns.Clear();
        foreach (var column in header.Switch.Columns.Append(HeardEvents.Monitoring)) _columns.TryAdd(column, _columns.Count);
    }

    private void Next(int step)
    {
        EndStep();
        _number = step;
    }

    private async ValueTask Play(SessionRecord record, CancellationToken cancellation)
    {
        if (_run is not { } run || (run.HasSteps && _number == 0)) return;
        for (var i = 0; i < record.Outputs.Count; i++)
        {
            if (HeardEvents.Of(record, record.Outputs[i]) is not { Column: not null } heard) continue;

            var time = pace.UntilAsync(record.Time, cancellation);
            if (!time.IsCompleted) report.Pause();
            await time.ConfigureAwait(false);
            _step.Add(heard);
            if (run.HasSteps) continue;
            report.Add(run, 0, _step);
            _step.Clear();
        }
    }

    private void EndStep()
    {
        if (_run is { HasSteps: true } run && _number > 0)
            report.Add(run, _number, [.. _step.Where(heard => _columns.ContainsKey(heard.Column!)).OrderBy(heard => _columns[heard.Column!])]);
        _step.Clear();
    }
}

/// <summary>Every event as a line of JSON, as <c>run --format jsonl</c> prints it (contract, chapter 4).</summary>
public sealed class JsonlReplay(TextWriter output) : IReplayReport
{
    public void Add(RunHeader run, int number, IReadOnlyList<Heard> heard)
    {
        foreach (var (column, told) in heard)
            output.WriteLine(TLibrary.TLibraryJson.Write(new TLibrary.LoggedEvent { Scenario = run.Name, Step = number, Column = column, Event = told }));
    }

    public void Pause() => output.Flush();
}
