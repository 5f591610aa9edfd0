using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;

namespace TelephonyActors.CallModel.Monitoring;

/// <summary>The facts of one turn of a call, in their order: what a call publishes on the event stream.</summary>
public sealed record CallFacts(ImmutableArray<CallFact> Facts)
{
    /// <summary>The facts among the outputs of a turn.</summary>
    public static CallFacts Of(ImmutableArray<CallOutput> outputs)
    {
        var facts = ImmutableArray.CreateBuilder<CallFact>(outputs.Length);
        foreach (var output in outputs)
            if (output is CallOutput.Publish(var fact)) facts.Add(fact);
        return new CallFacts(facts.DrainToImmutable());
    }
}
