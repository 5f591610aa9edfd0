using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.World;

/// <summary>The parent of the calls, as CallsActor is: creates them, routes to them, answers for those that do not exist.</summary>
internal sealed class CallsEntity(ModelWorld world) : Entity("calls", world)
{
    private readonly Dictionary<ConnID, CallEntity> _calls = [];
    private int _created;

    /// <summary>The calls that the parent still routes to.</summary>
    public IReadOnlyDictionary<ConnID, CallEntity> Live => _calls;

    /// <summary>The ConnIDs of all calls so far, in the order of creation.</summary>
    public List<ConnID> Created { get; } = [];

    protected override void Handle(object message)
    {
        switch (message)
        {
            case DialOrder order: Begin(order); break;
            case ForCall(var connID, var input): Route(connID, input); break;
            case IsOver(var connID) when _calls.Remove(connID, out var call): call.Tell(new Stop()); break;
        }
    }

    // The parents hold no rule that could fail.
    protected override void Fail(object? inHand)
    {
        if (inHand is not null) Handle(inHand);
    }

    private void Begin(DialOrder order)
    {
        var number = ++_created;
        var connID = new ConnID(0x0070028e1a3c4000UL + (ulong)number);
        var header = CallHeader.Of(World.Plan, order, connID, CallUUID.Of((UInt128)number), number);
        var first = CallDecider.Begin(World.Plan, new CallInput.Dialed(header, order), World.Now);
        var call = new CallEntity(first.Next, World);
        _calls.Add(connID, call);
        Created.Add(connID);
        World.Started(call);
        call.Tell(first);
    }

    private void Route(ConnID connID, CallInput input)
    {
        if (_calls.TryGetValue(connID, out var call))
        {
            call.Tell(input);
            return;
        }

        switch (CallDecider.NoSuchCall(connID, input))
        {
            case CallOutput.ToDn(var dn, var answer): World.ToDn(dn, answer); break;
            case CallOutput.ToCall(var asker, var answer): Tell(new ForCall(asker, answer)); break;
        }
    }
}

/// <summary>For the call of this ConnID.</summary>
internal sealed record ForCall(ConnID ConnID, CallInput Input);

/// <summary>A call is over: its parent routes nothing to it any more.</summary>
internal sealed record IsOver(ConnID ConnID);
