using TelephonyActors.CallModel.Plan;

namespace TelephonyActors.CallModel.Dns;

/// <summary>What sort of number it is: who hears of it and how many calls it takes.</summary>
public enum DnKind
{
    /// <summary>A DN of its own, with lines.</summary>
    Ordinary,

    /// <summary>A member of a shared line.</summary>
    Member,

    /// <summary>A number outside the switch: it has no event column and is never busy (call models, chapter 0).</summary>
    External,
}

/// <summary>What the plan of the switch says of a number; it stays as long as the switch does, and numbers alike share it.</summary>
/// <param name="Plan">Tells the numbers of the switch from others.</param>
/// <param name="Kind">What sort of number it is.</param>
/// <param name="Lines">How many calls of its own number it takes (call models, chapter 0, Lines); those of a shared line do not count.</param>
/// <param name="SharedLine">The number of the shared line it is a member of; null: of none.</param>
/// <param name="Habits">What it does by itself.</param>
public sealed record DnProfile(SwitchPlan Plan, DnKind Kind, int Lines, string? SharedLine, Habits Habits)
{
    public static DnProfile Of(SwitchPlan plan, string number)
    {
        var line = plan.LineOf(number);
        var kind = line is not null ? DnKind.Member : plan.IsExternal(number) ? DnKind.External : DnKind.Ordinary;
        return new(plan, kind, plan.LinesOf(number), line?.Number, plan.HabitsOf(number));
    }
}

/// <summary>The DNs of a switch at rest. A switch has many and few sorts of them: those that are alike have one profile.</summary>
public sealed class RestingDns(SwitchPlan plan)
{
    private readonly HashSet<DnProfile> _profiles = [];

    public Dn Of(string number)
    {
        var profile = DnProfile.Of(plan, number);
        if (_profiles.TryGetValue(profile, out var known)) profile = known;
        else _profiles.Add(profile);
        return Dn.Of(profile, number);
    }
}
