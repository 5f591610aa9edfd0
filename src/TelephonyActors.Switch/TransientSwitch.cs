using Akka.Actor;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch.Faults;

namespace TelephonyActors.Switch;

/// <summary>
/// A switch for one short test in an actor system that serves for many, one after the other: starting and stopping it costs its
/// actors and nothing else. Everything else is as <see cref="SwitchHosting"/> starts it.
/// </summary>
public sealed class TransientSwitch
{
    private readonly ActorSystem _system;
    private readonly SwitchFront _front;

    private TransientSwitch(ActorSystem system, SwitchFront front) => (_system, _front) = (system, front);

    /// <summary>The switch as every client and phone sees it.</summary>
    public ISwitch Switch => _front;

    /// <summary>Actors that are there and serve no call: those that wait for their next one, each with its outbox.</summary>
    public int IdleActors => 2 * _front.Routes.IdleCallActors;

    /// <summary>Starts a switch.</summary>
    /// <param name="system">An actor system in which no other switch lives.</param>
    /// <param name="plan">What is emulated.</param>
    /// <param name="firstConnID">The ConnID of the first call; the following ones count from it.</param>
    /// <param name="faults">What goes wrong in it on purpose.</param>
    public static TransientSwitch Start(ActorSystem system, SwitchPlan plan, ulong firstConnID, SwitchFaults faults)
    {
        var front = new SwitchFront(plan, firstConnID) { CallParents = 2 };
        front.Routes.Faults = faults;
        SwitchRoots.Start(system, front);
        return new TransientSwitch(system, front);
    }

    /// <summary>Has its actors stop; when they have, another switch can start in the actor system. Clients are told nothing.</summary>
    public void Stop()
    {
        _system.Stop(_front.Routes.Dns);
        _system.Stop(_front.Routes.Lines);
        foreach (var calls in _front.Routes.Calls) _system.Stop(calls);
        _system.Stop(_front.Routes.Monitor);
    }
}
