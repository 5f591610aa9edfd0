using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Lines;

/// <summary>A shared line: who uses which of its appearances (call models, chapter 7).</summary>
/// <param name="Number">The number of the line.</param>
/// <param name="Appearances">The use of each; the first is appearance 1.</param>
public sealed record SharedLine(string Number, ImmutableArray<AppearanceUse> Appearances)
{
    public static SharedLine Of(SharedLinePlan plan) =>
        new(plan.Number, [.. Enumerable.Repeat<AppearanceUse>(AppearanceUse.Free.Instance, plan.Appearances)]);
}

/// <summary>What an appearance is used for.</summary>
public abstract record AppearanceUse
{
    private AppearanceUse() { }

    public sealed record Free : AppearanceUse
    {
        public static Free Instance { get; } = new();
    }

    /// <summary>A member has gone off the hook on it and has not dialed yet, or is just dialing.</summary>
    public sealed record Seized(string Member) : AppearanceUse;

    /// <summary>A call sits on it; whether a member is connected to it, whether one holds it.</summary>
    public sealed record Occupied(ConnID ConnID, bool Connected, bool Held) : AppearanceUse;

    /// <summary>
    /// A call is leaving it and is just telling its parties. Who asks for an appearance meanwhile may know of that already, and waits for
    /// this one, in the order of asking.
    /// </summary>
    public sealed record Vacating(ConnID ConnID, ImmutableArray<LineInput> Waiting) : AppearanceUse;
}
