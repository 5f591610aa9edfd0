using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Loading.Flows;

/// <summary>
/// How the phones of one island make a call, as client applications would: a state machine that reacts to what they hear. It moves on
/// when it hears of something (a phone rings), or when everything that its requests cause has been heard. One instance serves for all
/// calls; what a call is up to stands in its <see cref="FlowRun"/>.
/// </summary>
/// <param name="name">How a user names it.</param>
/// <param name="what">What happens, for the help.</param>
internal abstract class CallFlow(string name, string what)
{
    public string Name { get; } = name;

    public string What { get; } = what;

    /// <summary>How many ordinary DNs take part.</summary>
    public abstract int Dns { get; }

    /// <summary>How many shared lines take part: none or one.</summary>
    public virtual int Lines => 0;

    /// <summary>Begins: somebody dials.</summary>
    public abstract void Begin(FlowRun run);

    /// <summary>A phone rings; a client answers at once, unless the flow has other plans for it.</summary>
    public virtual void Rings(FlowRun run, TEvent heard) => run.Answer(heard.ThisDN!, heard.ConnID!, Causes.Answer);

    /// <summary>A request was refused; whether that belongs to the flow.</summary>
    public virtual bool Expects(FlowRun run, TEvent error) => false;

    /// <summary>
    /// Everything that was asked for has been answered and all that it causes has been heard. The flow asks for more, says that its
    /// call is up, or that it is through.
    /// </summary>
    public abstract void AtRest(FlowRun run);

    /// <summary>The call is up and need not be kept alive any longer.</summary>
    public abstract void GoOn(FlowRun run);
}

/// <summary>How many events a request causes, counting every DN's and those of call monitoring (call models 1 to 7).</summary>
internal static class Causes
{
    public const int MakeCall = 7;
    public const int Answer = 3;
    public const int Release = 5;
    public const int MakeCallToBusy = 7;
    public const int ReleaseAfterBusy = 3;
    public const int Hold = 2;
    public const int Retrieve = 2;
    public const int Invite = 4;
    public const int AnswerInvitation = 2;
    public const int LeaveConference = 4;
    public const int Consult = 8;
    public const int CompleteConference = 9;
    public const int SingleStepTransfer = 5;
    public const int AnswerTransferred = 2;
    public const int CompleteTransfer = 8;
    public const int MakeCallToLine = 9;
    public const int AnswerOnLine = 5;
    public const int LateAnswer = 0;
    public const int MakeCallFromLine = 8;
    public const int ReleaseOfLine = 6;
    public const int RetrieveFromAnotherPhone = 8;
    public const int BargeIn = 7;
    public const int MemberLeavesConference = 5;
}
