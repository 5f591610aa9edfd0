using System.Globalization;
using TelephonyActors.Scenarios.Ladders;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Replaying;

namespace TelephonyActors.Host.Sessions;

/// <summary>Draws what a replay plays, a ladder for each run; a long run without steps is drawn in parts.</summary>
internal sealed class LadderReplay(TextWriter output, bool colour) : IReplayReport
{
    private const int StepsPerChart = 100;

    private readonly List<HeardStep> _steps = [];
    private RunHeader? _run;

    public void Add(RunHeader run, int number, IReadOnlyList<Heard> heard)
    {
        if (_run is not null && !ReferenceEquals(run, _run)) Finish();
        _run = run;
        if (number == 0 && _steps.Count > 0 && _steps[^1].Heard[0].Event.Time == heard[0].Event.Time)
            _steps[^1] = _steps[^1] with { Heard = _steps[^1].Heard.AddRange(heard.Select(In)) };
        else
        {
            if (number == 0 && _steps.Count == StepsPerChart) Finish();
            _steps.Add(new HeardStep(number == 0 ? _steps.Count + 1 : number, LadderVerdict.NotChecked, Mark(number, heard), [.. heard.Select(In)]));
        }
    }

    public void Pause() => output.Flush();

    public void Finish()
    {
        if (_run is not { } run) return;
        var chart = HeardCharts.Of(run.Switch, run.Name, [string.Create(CultureInfo.InvariantCulture, $"run {run.Run}")], [.. _steps]);
        if (!chart.Columns.IsEmpty)
        {
            foreach (var line in LadderDrawing.Draw(chart)) line.Write(output, colour);
            output.WriteLine();
        }

        _steps.Clear();
        _run = null;
    }

    private static HeardIn In(Heard heard) => new(heard.Column!, heard.Event, "");

    private static LadderMark.Across Mark(int step, IReadOnlyList<Heard> heard)
    {
        var time = heard.Count == 0 ? "silence" : heard[0].Event.Time?.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture) ?? "";
        return new(step == 0 ? time : string.Create(CultureInfo.InvariantCulture, $"step {step}, {time}"), Tone.Act);
    }
}
