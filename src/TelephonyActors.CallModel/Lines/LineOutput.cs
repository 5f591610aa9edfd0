using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Lines;

/// <summary>What a shared line has its actor do, in this order.</summary>
public abstract record LineOutput
{
    private LineOutput() { }

    public sealed record ToDn(string Dn, DnInput Input) : LineOutput;

    public sealed record ToCall(ConnID ConnID, CallInput Input) : LineOutput;
}
