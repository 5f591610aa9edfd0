using System.Collections.Immutable;
using Akka.Event;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch;

/// <summary>
/// Has what an entity decided in a turn take effect on others: other entities, call monitoring, clients. Timers are the entity's own.
/// </summary>
internal interface IEffects
{
    void Perform(ConnID call, ImmutableArray<CallOutput> outputs);

    void Perform(string dn, ImmutableArray<DnOutput> outputs);

    void Perform(ImmutableArray<LineOutput> outputs);
}

/// <summary>Performs a turn's effects at once, in their order.</summary>
internal sealed class Effects(Routes routes, EventStream events) : IEffects
{
    public void Perform(ConnID call, ImmutableArray<CallOutput> outputs)
    {
        var published = false;
        foreach (var output in outputs)
        {
            switch (output)
            {
                case CallOutput.ToDn(var dn, var input): routes.ToDn(dn, input); break;
                case CallOutput.ToLine(var line, var input): routes.ToLine(line, input); break;
                case CallOutput.ToCall(var connID, var input): routes.ToCall(connID, input); break;
                case CallOutput.Dial(var order): routes.Dial(order); break;
                case CallOutput.Publish when !published:
                    events.Publish(CallFacts.Of(outputs));
                    published = true;
                    break;
                case CallOutput.Over: routes.CallDirectory.End(call); break;
            }
        }
    }

    public void Perform(string dn, ImmutableArray<DnOutput> outputs)
    {
        var isRecorded = routes.Recorder is not null;
        foreach (var output in outputs)
        {
            switch (output)
            {
                // What is recorded is delivered by the recorder, once it is kept.
                case DnOutput.Report or DnOutput.Reply or DnOutput.PhoneDone when isRecorded: break;
                case DnOutput.Report report:
                    foreach (var client in report.To) routes.Clients.Deliver(client, report.HeardBy(client));
                    break;
                case DnOutput.Reply(var client, var answer): routes.Clients.Deliver(client, answer); break;
                case DnOutput.PhoneDone(var act, var outcome): routes.Clients.Complete(act, outcome); break;
                case DnOutput.Dial(var order): routes.Dial(order); break;
                case DnOutput.ToCall(var connID, var input): routes.ToCall(connID, input); break;
                case DnOutput.ToLine(var line, var input): routes.ToLine(line, input); break;
                case DnOutput.Arm(var after, var input) when after == TimeSpan.Zero: routes.ToDn(dn, input); break;
            }
        }
    }

    public void Perform(ImmutableArray<LineOutput> outputs)
    {
        foreach (var output in outputs)
        {
            switch (output)
            {
                case LineOutput.ToDn(var dn, var input): routes.ToDn(dn, input); break;
                case LineOutput.ToCall(var connID, var input): routes.ToCall(connID, input); break;
            }
        }
    }
}
