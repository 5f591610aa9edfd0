using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>What a DN has its actor do, in this order.</summary>
public abstract record DnOutput
{
    private DnOutput() { }

    /// <summary>
    /// An event for the clients that have registered the DN at this moment, <paramref name="To"/>: a later output of the same decision may
    /// begin or end a registration. <paramref name="Answers"/> gets it with its ReferenceID.
    /// </summary>
    public sealed record Report(TEvent Event, ImmutableArray<int> To, Requester.Client? Answers) : DnOutput
    {
        /// <summary>The event as one of the clients hears it.</summary>
        public TEvent HeardBy(int client) => client == Answers?.Id ? Event with { ReferenceID = Answers.ReferenceID } : Event;
    }

    /// <summary>An answer to one client alone.</summary>
    public sealed record Reply(int Client, TEvent Event) : DnOutput;

    /// <summary>An action at the phone was done, or was not allowed.</summary>
    public sealed record PhoneDone(long Act, PhoneOutcome Outcome) : DnOutput;

    public sealed record Dial(DialOrder Order) : DnOutput;

    public sealed record ToCall(ConnID ConnID, CallInput Input) : DnOutput;

    public sealed record ToLine(string Line, LineInput Input) : DnOutput;

    /// <summary>Tell me this after so long.</summary>
    public sealed record Arm(TimeSpan After, DnInput Input) : DnOutput;

    /// <summary>Do not tell me this any more.</summary>
    public sealed record Disarm(DnInput Input) : DnOutput;
}
