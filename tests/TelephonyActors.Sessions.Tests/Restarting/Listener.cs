using System.Collections.Immutable;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Tests.Restarting;

/// <summary>A client in virtual time that keeps what it hears.</summary>
internal sealed class Listener : IClientListener
{
    private readonly ISwitchClient _client;
    private long _referenceID;

    public Listener(ISwitch at) => _client = at.Connect(this);

    public List<TEvent> Heard { get; } = [];

    /// <summary>The DNs that it has registered.</summary>
    public List<string> Registered { get; } = [];

    public long Send(RequestName name, string? dn, ConnID? call = null)
    {
        if (name == RequestName.TRegisterAddress) Registered.Add(dn!);
        _client.Send(new TRequest { Request = Words.Of(name), ReferenceID = ++_referenceID, ThisDN = dn, ConnID = call?.ToString() });
        return _referenceID;
    }

    /// <summary>The calls of a DN, as the switch tells them.</summary>
    public IReadOnlyList<ConnID> CallsOf(SimulatedSwitch simulated, string dn)
    {
        var asked = Send(RequestName.TQueryAddress, dn);
        simulated.Settle();
        var calls = (ImmutableArray<object>)Heard.Single(heard => heard.ReferenceID == asked).Extensions!["Calls"]!;
        return [.. calls.Select(call => ConnID.TryParse((string)((KVList)call)["ConnID"]!, out var connID) ? connID : throw new InvalidOperationException("a call has no ConnID"))];
    }

    void IClientListener.Hear(TEvent heard) => Heard.Add(heard);
}
