using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>What a call has its actor do, in this order.</summary>
public abstract record CallOutput
{
    private CallOutput() { }

    public sealed record ToDn(string Dn, DnInput Input) : CallOutput;

    public sealed record ToLine(string Line, LineInput Input) : CallOutput;

    public sealed record ToCall(ConnID ConnID, CallInput Input) : CallOutput;

    /// <summary>Creates a call: the consultation of a mute transfer.</summary>
    public sealed record Dial(DialOrder Order) : CallOutput;

    /// <summary>Goes on the event stream for call monitoring.</summary>
    public sealed record Publish(CallFact Fact) : CallOutput;

    /// <summary>Tell me <see cref="CallInput.RingTimedOut"/> at this moment.</summary>
    public sealed record ArmRing(int Ring, DateTimeOffset Deadline) : CallOutput;

    public sealed record DisarmRing(int Ring) : CallOutput;

    /// <summary>The call is over; nothing is left to do but to refuse what still comes.</summary>
    public sealed record Over : CallOutput
    {
        public static Over Instance { get; } = new();
    }
}
