using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch;

/// <summary>
/// The public face of a running switch. Every driver (scenario runner, link, load generator) uses it as a client would; none
/// reaches into actors.
/// </summary>
public interface ISwitch
{
    SwitchPlan Plan { get; }

    /// <summary>
    /// Connects a client. The first that it hears is EventLinkConnected (call models, chapter 8): before this returns or, where the
    /// switch records, as soon as that is kept.
    /// </summary>
    ISwitchClient Connect(IClientListener listener);

    /// <summary>
    /// Completes when the switch may be given more: at once, unless it records and the disk is slower than the switch. Whoever drives
    /// it awaits this before a new call or the next request of a client; nothing is refused where they do not, it only queues.
    /// </summary>
    ValueTask ReadyAsync(CancellationToken cancellation);

    /// <summary>
    /// Somebody at the phone acts, on a DN or an external. <paramref name="outcome"/> is called once, when the action took effect
    /// or was found not to be allowed, on a thread of the switch.
    /// </summary>
    void Act(PhoneAct act, Action<PhoneOutcome> outcome);
}

/// <summary>A client's connection; disposing it is the client going away: registrations and monitoring end, its calls stay.</summary>
public interface ISwitchClient : IDisposable
{
    /// <summary>Sends a request; its one answer comes to the listener.</summary>
    void Send(TRequest request);
}

/// <summary>
/// What a client hears. Called by the entities themselves: in order for one DN and for one call's monitoring, from several threads
/// for several of them; it must be quick and must not throw.
/// </summary>
public interface IClientListener
{
    void Hear(TEvent heard);
}
