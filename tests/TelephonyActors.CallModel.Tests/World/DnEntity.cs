using TelephonyActors.CallModel.Dns;

namespace TelephonyActors.CallModel.Tests.World;

/// <summary>One DN or external number, as DnActor owns one.</summary>
internal sealed class DnEntity(Dn dn, ModelWorld world) : Entity(dn.Number, world)
{
    public Dn Dn { get; private set; } = dn;

    protected override void Handle(object message)
    {
        if (message is DnInput input) Act(DnDecider.Decide(Dn, input, World.Now));
    }

    protected override void Fail(object? inHand) => Act(DnDecider.Fail(Dn, inHand as DnInput, World.Now));

    private void Act(DnDecision decision)
    {
        Dn = decision.Next;
        foreach (var output in decision.Outputs)
        {
            switch (output)
            {
                case DnOutput.Report report: Report(report); break;
                case DnOutput.Reply(var client, var answer): World.Deliver(client, answer); break;
                case DnOutput.PhoneDone(var act, var outcome): World.Complete(act, outcome); break;
                case DnOutput.Dial(var order): World.Calls.Tell(order); break;
                case DnOutput.ToCall(var connID, var input): World.Calls.Tell(new ForCall(connID, input)); break;
                case DnOutput.ToLine(var line, var input): World.ToLine(line, input); break;
                case DnOutput.Arm(var after, var input) when after == TimeSpan.Zero: Tell(input); break;
                case DnOutput.Arm(var after, var input): World.Timers.Arm(this, input, input, World.Now + after); break;
                case DnOutput.Disarm(var input): World.Timers.Disarm(this, input); break;
            }
        }
    }

    private void Report(DnOutput.Report report)
    {
        World.Recorded(Dn.Number, report.Event);
        foreach (var client in report.To)
        {
            var heard = client == report.Answers?.Id ? report.Event with { ReferenceID = report.Answers.ReferenceID } : report.Event;
            World.Deliver(client, heard);
        }
    }
}
