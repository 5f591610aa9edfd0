using TelephonyActors.CallModel.Calls;

namespace TelephonyActors.CallModel.Tests.World;

/// <summary>One call, as CallActor owns one.</summary>
internal sealed class CallEntity(Call call, ModelWorld world) : Entity($"call {call.Header.CallID}", world)
{
    public Call Call { get; private set; } = call;

    protected override void Handle(object message)
    {
        switch (message)
        {
            case CallInput input: Act(CallDecider.Decide(Call, input, World.Now)); break;
            case CallDecision first: Act(first); break;
            case Stop: World.Stopped(this); break;
        }
    }

    // A failure while the actor stops is none any more.
    protected override void Fail(object? inHand)
    {
        if (inHand is CallDecision or Stop) Handle(inHand);
        else Act(CallDecider.Fail(Call, inHand as CallInput, World.Now));
    }

    private void Act(CallDecision decision)
    {
        Call = decision.Next;
        World.Decided(decision);
        foreach (var output in decision.Outputs)
        {
            switch (output)
            {
                case CallOutput.ToDn(var dn, var input): World.ToDn(dn, input); break;
                case CallOutput.ToLine(var line, var input): World.ToLine(line, input); break;
                case CallOutput.ToCall(var connID, var input): World.Calls.Tell(new ForCall(connID, input)); break;
                case CallOutput.Dial(var order): World.Calls.Tell(order); break;
                case CallOutput.Publish(var fact): World.Publish(fact); break;
                case CallOutput.ArmRing(var ring, var deadline): World.Timers.Arm(this, ring, new CallInput.RingTimedOut(ring), deadline); break;
                case CallOutput.DisarmRing(var ring): World.Timers.Disarm(this, ring); break;
                case CallOutput.Over: World.Calls.Tell(new IsOver(Call.Header.ConnID)); break;
            }
        }
    }
}

/// <summary>The last message of a call that is over.</summary>
internal sealed record Stop;
