using System.Collections.Immutable;

namespace TelephonyActors.Scenarios.Loading.Flows;

/// <summary>The flows of a load and how often each comes; the seed and a call's number alone decide which flow it follows.</summary>
internal sealed class FlowMix
{
    private readonly ImmutableArray<(CallFlow Flow, int Below)> _flows;
    private readonly int _weights;
    private readonly ulong _seed;

    public FlowMix(string name, ImmutableArray<WeightedFlow> flows, ulong seed)
    {
        (Name, _seed) = (name, seed);
        var weighted = ImmutableArray.CreateBuilder<(CallFlow, int)>(flows.Length);
        foreach (var (flow, weight) in flows)
        {
            _weights += weight;
            weighted.Add((LoadFlows.Of(flow), _weights));
        }

        _flows = weighted.MoveToImmutable();
        Dns = _flows.Max(entry => entry.Flow.Dns);
        Lines = _flows.Max(entry => entry.Flow.Lines);
    }

    public string Name { get; }

    /// <summary>How many ordinary DNs a call needs, whichever flow it follows.</summary>
    public int Dns { get; }

    /// <summary>How many shared lines a call needs: none or one.</summary>
    public int Lines { get; }

    /// <summary>The flow of a call, and a number that decides whatever the flow leaves open.</summary>
    public CallFlow Of(long call, out int choice)
    {
        var bits = Mix(_seed + (ulong)call);
        choice = (int)(bits >> 1 & 0xFFFF);
        if (_flows.Length == 1) return _flows[0].Flow;

        var at = (int)Math.BigMul(Mix(bits), (ulong)_weights, out _);
        foreach (var (flow, below) in _flows)
            if (at < below) return flow;
        return _flows[^1].Flow;
    }

    // SplitMix64: neighbours look nothing alike.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
