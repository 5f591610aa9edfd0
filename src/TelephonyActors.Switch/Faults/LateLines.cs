using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Faults;

/// <summary>The fault <see cref="BrokenGuard.LateLine"/>: what a turn tells a shared line goes out behind everything else.</summary>
internal sealed class LateLines(IEffects effects) : IEffects
{
    public void Perform(ConnID call, ImmutableArray<CallOutput> outputs) =>
        effects.Perform(call, [.. outputs.OrderBy(static output => output is CallOutput.ToLine)]);

    public void Perform(string dn, ImmutableArray<DnOutput> outputs) =>
        effects.Perform(dn, [.. outputs.OrderBy(static output => output is DnOutput.ToLine)]);

    public void Perform(ImmutableArray<LineOutput> outputs) => effects.Perform(outputs);
}
