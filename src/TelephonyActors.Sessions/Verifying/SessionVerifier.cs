using System.Collections.Immutable;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.Sessions.Exporting;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Verifying;

/// <summary>A record of which the call model decides otherwise now, or which cannot be where it is.</summary>
/// <param name="Run">The run.</param>
/// <param name="Step">The step; 0 in a run without steps.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Position">The position in it.</param>
/// <param name="Differences">What differs, a sentence each.</param>
/// <param name="Before">What was heard of the same calls and DNs before, the last of it.</param>
/// <param name="Here">What was heard by the record itself, with what is wrong about it; empty: nothing.</param>
public sealed record Divergence(
    RunHeader Run,
    int Step,
    EntityId Entity,
    long Position,
    ImmutableArray<string> Differences,
    ImmutableArray<Heard> Before,
    ImmutableArray<(Heard Heard, string Wrong)> Here);

/// <summary>
/// Feeds every recorded input to the call model anew, entity by entity in their order, whatever their interleaving was, and says
/// where what comes of it differs from what was recorded in value, number or order.
/// </summary>
public sealed class SessionVerifier
{
    private const int EventsBefore = 8;
    private const int EventsKept = 1000;

    private readonly Dictionary<EntityId, (long Position, object? State)> _entities = [];
    private readonly Queue<Heard> _heard = [];
    private RunHeader? _run;
    private int _step;

    /// <summary>Runs looked at so far.</summary>
    public int Runs { get; private set; }

    /// <summary>Records looked at so far.</summary>
    public long Records { get; private set; }

    /// <summary>What differs in a session.</summary>
    public IEnumerable<Divergence> Verify(IEnumerable<SessionItem> items)
    {
        foreach (var item in items)
        {
            if (item is SessionItem.Run(var header))
            {
                (_run, _step) = (header, 0);
                _entities.Clear();
                _heard.Clear();
                Runs++;
            }
            else if (item is SessionItem.Record(var record) && _run is not null)
            {
                Records++;
                if (record.Input is StepMark(var step)) _step = step;
                if (Look(record) is { } divergence) yield return divergence;
            }
        }
    }

    private Divergence? Look(SessionRecord record)
    {
        var (position, state) = _entities.GetValueOrDefault(record.Entity);
        var decided = Redecision.Of(_run!.Switch, state, record);
        if (record.Input is Stopped) _entities.Remove(record.Entity);
        else _entities[record.Entity] = (record.Position, decided.Next);

        var expected = position + 1;
        var same = record.Position == expected && Same(record, decided.Outputs);
        var divergence = same ? null : Diverges(record, decided.Outputs, expected);
        Remember(record);
        return divergence;
    }

    private static bool Same(SessionRecord record, IReadOnlyList<object> decided)
    {
        if (record.Outputs.Count != decided.Count) return false;
        var format = EntityFormats.Of(record.Entity.Kind).Output;
        for (var i = 0; i < decided.Count; i++)
            if (!format.Same(record.Outputs[i], decided[i])) return false;
        return true;
    }

    private Divergence Diverges(SessionRecord record, IReadOnlyList<object> decided, long expected)
    {
        var differences = ImmutableArray.CreateBuilder<string>();
        if (record.Position != expected)
        {
            differences.Add(record.Position > expected
                ? $"{(record.Position - expected == 1 ? $"the input at position {expected} is" : $"the inputs at positions {expected} to {record.Position - 1} are")} missing"
                : $"position {record.Position} stands where {expected} should");
        }

        var here = ImmutableArray.CreateBuilder<(Heard, string)>();
        var format = EntityFormats.Of(record.Entity.Kind).Output;
        for (var i = 0; i < Math.Max(record.Outputs.Count, decided.Count); i++)
        {
            var was = i < record.Outputs.Count ? record.Outputs[i] : null;
            var now = i < decided.Count ? decided[i] : null;
            var same = was is not null && now is not null && format.Same(was, now);
            if (!same) differences.Add($"output {i + 1}: recorded {Text(record, was)}, the call model gives {Text(record, now)}");
            if (was is not null && HeardEvents.Of(record, was) is { Column: not null } heard) here.Add((heard, same ? "" : $"the call model gives {Short(record, now)}"));
        }

        return new Divergence(_run!, _step, record.Entity, record.Position, differences.ToImmutable(), Before(record), here.ToImmutable());
    }

    private ImmutableArray<Heard> Before(SessionRecord record)
    {
        var calls = HeardEvents.Of(record).Select(heard => heard.Event.ConnID).OfType<ConnID>().ToHashSet();
        if (ConnID.TryParse(record.Entity.Name, out var own)) calls.Add(own);
        return [.. _heard.Where(heard => heard.Column == record.Entity.Name || (heard.Event.ConnID is { } call && calls.Contains(call))).TakeLast(EventsBefore)];
    }

    private void Remember(SessionRecord record)
    {
        for (var i = 0; i < record.Outputs.Count; i++)
        {
            if (HeardEvents.Of(record, record.Outputs[i]) is not { Column: not null } heard) continue;
            if (_heard.Count == EventsKept) _heard.Dequeue();
            _heard.Enqueue(heard);
        }
    }

    private static string Text(SessionRecord record, object? output) => output is null ? "nothing" : SessionJson.Write(record.Entity.Kind, output);

    private static string Short(SessionRecord record, object? output) => output switch
    {
        null => "nothing",
        DnOutput.Report(var told, _, _) => TLibraryJson.Write(told),
        _ => Text(record, output),
    };
}
