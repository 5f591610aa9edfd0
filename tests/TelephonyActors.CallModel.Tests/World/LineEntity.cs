using TelephonyActors.CallModel.Lines;

namespace TelephonyActors.CallModel.Tests.World;

/// <summary>One shared line, as SharedLineActor owns one.</summary>
internal sealed class LineEntity(SharedLine line, ModelWorld world) : Entity($"line {line.Number}", world)
{
    public SharedLine Line { get; private set; } = line;

    protected override void Handle(object message)
    {
        if (message is LineInput input) Act(LineDecider.Decide(Line, input));
    }

    protected override void Fail(object? inHand) => Act(LineDecider.Fail(Line, inHand as LineInput));

    private void Act(LineDecision decision)
    {
        Line = decision.Next;
        foreach (var output in decision.Outputs)
        {
            switch (output)
            {
                case LineOutput.ToDn(var dn, var input): World.ToDn(dn, input); break;
                case LineOutput.ToCall(var connID, var input): World.Calls.Tell(new ForCall(connID, input)); break;
            }
        }
    }
}
