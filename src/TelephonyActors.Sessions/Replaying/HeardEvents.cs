using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Replaying;

/// <summary>An event that clients heard.</summary>
/// <param name="Column">The DN or 'monitoring' in whose column it stands; null: it is news of the link itself and stands in none.</param>
/// <param name="Event">The event, with its ReferenceID where it answers a request.</param>
public sealed record Heard(string? Column, TEvent Event);

/// <summary>What of a record clients heard. An event that nobody had registered for was heard by nobody.</summary>
public static class HeardEvents
{
    /// <summary>The column of what belongs to no DN (contract, chapter 4).</summary>
    public const string Monitoring = "monitoring";

    /// <summary>The events of a record, in their order.</summary>
    public static IEnumerable<Heard> Of(SessionRecord record)
    {
        for (var i = 0; i < record.Outputs.Count; i++)
            if (Of(record, record.Outputs[i]) is { } heard) yield return heard;
    }

    /// <summary>What of an output of a record clients heard; null: nothing.</summary>
    public static Heard? Of(SessionRecord record, object output) => output switch
    {
        DnOutput.Report { To.IsEmpty: false } report => new(record.Entity.Name, AsAnswered(report)),
        DnOutput.Reply(_, var answer) => Private(answer),
        MonitorOutput.Report(var told, _) => new(Monitoring, told),
        MonitorOutput.Reply(_, var answer) => Private(answer),
        TEvent told when record.Input is FrontInput.Refused => Private(told),
        TEvent told => new(null, told),
        _ => null,
    };

    private static TEvent AsAnswered(DnOutput.Report report) =>
        report.Answers is { } by && report.To.Contains(by.Id) ? report.HeardBy(by.Id) : report.Event;

    private static Heard Private(TEvent answer) => new(answer.Event == EventName.EventACK ? Monitoring : answer.ThisDN ?? Monitoring, answer);
}
