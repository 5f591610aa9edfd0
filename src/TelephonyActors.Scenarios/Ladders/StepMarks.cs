using System.Collections.Immutable;
using System.Globalization;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>Says what began a step: a request or somebody at a phone where they acted, time that passes across all columns.</summary>
internal sealed class StepMarks(SwitchPlan plan, CallNumbers calls)
{
    private readonly EventCells _cells = new(calls);

    /// <summary>The column, or the external, that acts; null for time that passes.</summary>
    public static string? Actor(StepAction action) => action switch
    {
        StepAction.Request request => request.Written.ThisDN ?? StepColumns.Monitoring,
        StepAction.Phone phone => phone.Act.Number,
        _ => null,
    };

    public LadderMark Of(StepRun run) => run.Step.Action switch
    {
        StepAction.Request request => At(Actor(request)!, $"► {request.Written.Request}", About(request), ""),
        StepAction.Phone phone => Phone(phone, run.Refusal.Length > 0 ? $"✗ {run.Refusal}" : ""),
        StepAction.Wait wait => new LadderMark.Across($"wait {Duration(wait.Time)}, until {Clock(run.Ended)}", Tone.Act),
        _ => throw new ArgumentOutOfRangeException(nameof(run)),
    };

    private LadderMark Phone(StepAction.Phone phone, string refusal)
    {
        var act = phone.Act;
        var action = PhoneWords.Of(act.Action) + (act.Destination is { } number ? $" {number}" : "");
        ImmutableArray<string> about =
            phone.Call is { } call ? [Call(nameof(TEvent.ConnID), call)] :
            act.ConnID is { } connID ? [_cells.Piece(nameof(TEvent.ConnID), connID)] : [];
        if (!plan.IsExternal(act.Number)) return At(act.Number, $"► phone: {action}", about, refusal);

        var all = new[] { $"► phone {act.Number}: {action}" }.Concat(about).Append(refusal).Where(text => text.Length > 0);
        return new LadderMark.Across(string.Join(", ", all), Tone.Act);
    }

    private static LadderMark.At At(string column, string what, ImmutableArray<string> about, string refusal)
    {
        var text = ImmutableArray.CreateBuilder<Paragraph>();
        text.Add(Paragraph.Of(Tone.Act, what));
        if (about.Length > 0) text.Add(new Paragraph(Tone.Act, EventCells.Indent, about));
        if (refusal.Length > 0) text.Add(new Paragraph(Tone.Bad, EventCells.Indent, [refusal]));
        var place = column == StepColumns.Monitoring ? "" : $" at {column}";
        return new LadderMark.At(column, text.ToImmutable(), string.Join(", ", [what + place, .. about]));
    }

    // What a request says besides who sends it.
    private ImmutableArray<string> About(StepAction.Request request) =>
    [
        .. from attribute in RequestAttributes.Set.All
           where attribute.Name is not (nameof(TRequest.Request) or nameof(TRequest.ThisDN) or nameof(TRequest.ReferenceID))
           let piece = About(request, attribute)
           where piece.Length > 0
           select piece,
    ];

    private string About(StepAction.Request request, TAttribute<TRequest> attribute)
    {
        if (attribute == RequestAttributes.ConnID && request.ConnID is { } call) return Call(attribute.Name, call);
        if (attribute == RequestAttributes.OtherConnID && request.OtherConnID is { } other) return Call(attribute.Name, other);
        return attribute.ValueOf(request.Written) is { } value ? _cells.Piece(attribute.Name, value) : "";
    }

    private static string Call(string attribute, CallReference call) => $"{attribute} {call.Number}";

    private static string Clock(DateTimeOffset time) =>
        time.UtcDateTime.ToString(time.Millisecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan time)
    {
        var (count, unit) = time switch
        {
            { TotalMilliseconds: var milliseconds } when milliseconds % 1000 != 0 => (milliseconds, "ms"),
            { TotalSeconds: var seconds } when seconds % 60 != 0 || seconds == 0 => (seconds, "s"),
            { TotalMinutes: var minutes } when minutes % 60 != 0 => (minutes, "m"),
            _ => (time.TotalHours, "h"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count:0}{unit}");
    }
}
