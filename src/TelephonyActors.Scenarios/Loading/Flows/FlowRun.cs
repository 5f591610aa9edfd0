using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Loading.Flows;

/// <summary>A call of a load, as its flow sees it: the phones that take part, the calls they are in, what they can ask for.</summary>
internal abstract class FlowRun
{
    private ushort _choice;
    private byte _state;

    /// <summary>The ordinary DNs; how many there are, the flow has said.</summary>
    public string A => NumberAt(0);

    public string B => NumberAt(1);

    public string C => NumberAt(2);

    /// <summary>The shared line's number, which its first member bears.</summary>
    public string Line => MemberAt(0);

    /// <summary>The first call.</summary>
    public ConnID Call => FirstCall ?? throw new InvalidOperationException("Nobody has heard of a call yet.");

    /// <summary>The consultation call, or whichever came second.</summary>
    public ConnID SecondCall => LaterCall ?? throw new InvalidOperationException("Nobody has heard of a second call yet.");

    /// <summary>How often <see cref="Advance"/> was called.</summary>
    public int State => _state;

    /// <summary>Decides whatever the flow leaves open.</summary>
    public int Choice => _choice;

    protected ConnID? FirstCall { get; private set; }

    protected ConnID? LaterCall { get; private set; }

    /// <summary>A member of the shared line, from 0.</summary>
    public string MemberAt(int at) => NumberAt(Dns + at);

    /// <summary>Goes to the next state.</summary>
    public int Advance() => ++_state;

    public void MakeCall(string dn, string to, int causes) =>
        Send(new TRequest { Request = nameof(RequestName.TMakeCall), ReferenceID = NextReference(), ThisDN = dn, OtherDN = to }, causes);

    public void Answer(string dn, ConnID call, int causes) =>
        Send(new TRequest { Request = nameof(RequestName.TAnswerCall), ReferenceID = NextReference(), ThisDN = dn, ConnID = call.ToString() }, causes);

    public void Release(string dn, ConnID call, int causes) =>
        Send(new TRequest { Request = nameof(RequestName.TReleaseCall), ReferenceID = NextReference(), ThisDN = dn, ConnID = call.ToString() }, causes);

    /// <summary>Asks for something else of the first call.</summary>
    public void Ask(RequestName request, string dn, int causes, string? other = null) =>
        Send(new TRequest { Request = Words.Of(request), ReferenceID = NextReference(), ThisDN = dn, ConnID = Call.ToString(), OtherDN = other }, causes);

    /// <summary>Asks for something that joins the first call, which is held, and the second one.</summary>
    public void Join(RequestName request, string dn, int causes) => Send(
        new TRequest
        {
            Request = Words.Of(request),
            ReferenceID = NextReference(),
            ThisDN = dn,
            ConnID = Call.ToString(),
            OtherConnID = SecondCall.ToString(),
        },
        causes);

    /// <summary>The call is up: it waits for its turn to go on (contract, chapter 4: releasing begins only once N calls are up).</summary>
    public abstract void Up();

    /// <summary>The call is over.</summary>
    public abstract void End();

    /// <summary>How many ordinary DNs there are, the flow has said.</summary>
    protected abstract int Dns { get; }

    /// <summary>A number: first the ordinary DNs, then the members of the shared line.</summary>
    protected abstract string NumberAt(int at);

    protected abstract long NextReference();

    /// <summary>Sends a request that causes so many events.</summary>
    protected abstract void Send(TRequest request, int causes);

    protected void Reset(int choice) => (_state, _choice, FirstCall, LaterCall) = (0, (ushort)choice, null, null);

    /// <summary>Remembers a call that was heard of; true where it is the first one.</summary>
    protected bool Learn(ConnID call)
    {
        if (FirstCall is null)
        {
            FirstCall = call;
            return true;
        }

        if (LaterCall is null && call != FirstCall) LaterCall = call;
        return false;
    }
}
