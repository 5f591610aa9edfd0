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

/// <summary>What the plan of the switch says of a number; it stays as long as the switch does.</summary>
/// <param name="Number">The number.</param>
/// <param name="Plan">Tells the numbers of the switch from others.</param>
/// <param name="Kind">What sort of number it is.</param>
/// <param name="Lines">How many calls of its own number it takes (call models, chapter 0, Lines); those of a shared line do not count.</param>
/// <param name="Line">The number of the shared line it is a member of, else its own.</param>
/// <param name="Habits">What it does by itself.</param>
public sealed record DnProfile(string Number, SwitchPlan Plan, DnKind Kind, int Lines, string Line, Habits Habits)
{
    public static DnProfile Of(SwitchPlan plan, string number)
    {
        var line = plan.LineOf(number);
        var kind = line is not null ? DnKind.Member : plan.IsExternal(number) ? DnKind.External : DnKind.Ordinary;
        return new(number, plan, kind, plan.LinesOf(number), line?.Number ?? number, plan.HabitsOf(number));
    }
}
