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

    /// <summary>Connects a client, which hears EventLinkConnected before this returns (call models, chapter 8).</summary>
    ISwitchClient Connect(IClientListener listener);

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
