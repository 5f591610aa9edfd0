using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Benchmarks.CallModel;

/// <summary>
/// The deciders of DNs and calls on one thread: what one puts out for another waits in one queue. One client has registered every DN
/// and monitors every call; what it hears is kept until the next request.
/// </summary>
internal sealed class DeciderRouter
{
    private const int Client = 1;
    private const ulong FirstConnID = 0x0070028e1a3c4000;

    private readonly SwitchPlan _plan;
    private readonly Dictionary<string, Dn> _dns;
    private readonly Dictionary<ConnID, Call> _calls = [];
    private readonly Queue<(object Target, object Input)> _queue = new();
    private DateTimeOffset _now = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);
    private ulong _created;
    private long _lastReferenceID;

    public DeciderRouter(SwitchPlan plan)
    {
        _plan = plan;
        _dns = plan.Columns.ToDictionary(number => number, number => Dn.Of(plan, number));
        foreach (var number in plan.Columns) Send(RequestName.TRegisterAddress, number);
    }

    public List<TEvent> Heard { get; } = [];

    /// <summary>Sends a request as a client does, and routes until nothing is left to decide.</summary>
    public void Send(RequestName name, string dn, ConnID? call = null, string? other = null)
    {
        Heard.Clear();
        _now += TimeSpan.FromMilliseconds(1);
        var sent = BasicCall.Request(name, dn, ++_lastReferenceID, call, other);
        if (RequestReader.Read(sent, out _) is not Request.OfDn request) throw new InvalidOperationException($"{name} is no request of a DN");

        _queue.Enqueue((dn, new DnInput.Requested(new Requester.Client(Client, sent.Request, sent.ReferenceID), request)));
        while (_queue.TryDequeue(out var next))
        {
            if (next.Target is string number) Decide(number, (DnInput)next.Input);
            else Decide((ConnID)next.Target, (CallInput)next.Input);
        }
    }

    private void Decide(string number, DnInput input)
    {
        var decision = DnDecider.Decide(_dns[number], input, _now);
        _dns[number] = decision.Next;
        foreach (var output in decision.Outputs)
        {
            switch (output)
            {
                case DnOutput.Report report: Report(report); break;
                case DnOutput.Reply(_, var answer): Heard.Add(answer); break;
                case DnOutput.Dial(var order): Begin(order); break;
                case DnOutput.ToCall(var connID, var asked): _queue.Enqueue((connID, asked)); break;
                case DnOutput.Arm(var after, var later) when after == TimeSpan.Zero: _queue.Enqueue((number, later)); break;
            }
        }
    }

    private void Report(DnOutput.Report report) =>
        Heard.Add(report.Answers is { } answers ? report.Event with { ReferenceID = answers.ReferenceID } : report.Event);

    private void Begin(DialOrder order)
    {
        var number = ++_created;
        var header = CallHeader.Of(_plan, order, new ConnID(FirstConnID + number), CallUUID.Of(number), (int)number);
        Act(header.ConnID, CallDecider.Begin(_plan, new CallInput.Dialed(header, order), _now));
    }

    private void Decide(ConnID connID, CallInput input)
    {
        if (_calls.TryGetValue(connID, out var call)) Act(connID, CallDecider.Decide(call, input, _now));
    }

    private void Act(ConnID connID, CallDecision decision)
    {
        _calls[connID] = decision.Next;
        foreach (var output in decision.Outputs)
        {
            switch (output)
            {
                case CallOutput.ToDn(var dn, var input): _queue.Enqueue((dn, input)); break;
                case CallOutput.ToCall(var other, var input): _queue.Enqueue((other, input)); break;
                case CallOutput.Publish(var fact): Heard.Add(fact.Event); break;
                case CallOutput.Over: _calls.Remove(connID); break;
            }
        }
    }
}
