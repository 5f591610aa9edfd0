using Akka.Actor;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Calls;

/// <summary>
/// Where the calls of a switch are, so that whoever has something for one tells it directly. Who tells a call and who takes it out
/// exclude each other: what a call was told comes before its end in its mailbox, and is answered. The only place that knows of
/// references; where calls are sharded, the region stands here for all of them.
/// </summary>
internal sealed class CallDirectory
{
    private const int Parts = 64;

    // Room for more calls than this is given back when there are none.
    private const int Kept = 1024;

    // ConnIDs count up, so that neighbours in time are in different parts.
    private readonly Dictionary<ulong, IActorRef>[] _parts = [.. Enumerable.Range(0, Parts).Select(_ => new Dictionary<ulong, IActorRef>())];

    /// <summary>A call can be told something from now on; first of all how it begins, unless it is one of the past.</summary>
    public void Add(ConnID connID, IActorRef call, CallBegun? begun)
    {
        var part = PartOf(connID);
        lock (part)
        {
            if (begun is not null) call.Tell(begun, ActorRefs.NoSender);
            part.Add(connID.Value, call);
        }
    }

    /// <summary>Tells a call; false where there is none, or none any more.</summary>
    public bool TryTell(ConnID connID, object input)
    {
        var part = PartOf(connID);
        lock (part)
        {
            if (!part.TryGetValue(connID.Value, out var call)) return false;

            call.Tell(input, ActorRefs.NoSender);
            return true;
        }
    }

    /// <summary>The call is over: it is told nothing any more, and ends once it has refused what is on the way to it.</summary>
    public void End(ConnID connID)
    {
        var part = PartOf(connID);
        lock (part)
        {
            if (part.Remove(connID.Value, out var call)) call.Tell(CallEnded.Instance, ActorRefs.NoSender);
            if (part.Count == 0 && part.Capacity > Kept) part.TrimExcess();
        }
    }

    private Dictionary<ulong, IActorRef> PartOf(ConnID connID) => _parts[connID.Value % Parts];
}
