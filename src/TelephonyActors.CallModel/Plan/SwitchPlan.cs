using System.Collections.Immutable;

namespace TelephonyActors.CallModel.Plan;

/// <summary>What a number of the switch does by itself, as somebody at the phone would (contract: answerAfter, hangUpAfter, rejects).</summary>
/// <param name="AnswerAfter">How long a call rings before the phone answers it; null: it never does.</param>
/// <param name="HangUpAfter">How long after the answer the phone hangs up; null: it never does.</param>
/// <param name="Rejects">The phone rejects every call that rings.</param>
public sealed record Habits(TimeSpan? AnswerAfter, TimeSpan? HangUpAfter, bool Rejects)
{
    public static Habits None { get; } = new(null, null, false);
}

/// <summary>An ordinary DN. <paramref name="Lines"/> limits the calls it is offered or makes (call models, chapter 0, Lines).</summary>
public sealed record DnPlan(string Number, int Lines, Habits Habits);

/// <summary>A number outside the switch.</summary>
public sealed record ExternalPlan(string Number, Habits Habits);

/// <summary>A shared line: the first member bears the line's number (call models, chapter 7).</summary>
public sealed record SharedLinePlan(string Number, ImmutableArray<string> Members, int Appearances);

/// <summary>
/// What is emulated: the numbers of a switch and its ring timeout (<see cref="TimeSpan.Zero"/>: ring for ever). Each number stands
/// once in DNs, externals and members together; the reader of the file sees to it.
/// </summary>
public sealed class SwitchPlan
{
    // Every number once: a DnPlan, an ExternalPlan or a Member.
    private readonly Dictionary<string, object> _numbers;

    public SwitchPlan(
        string name,
        ImmutableArray<DnPlan> dns,
        ImmutableArray<ExternalPlan> externals,
        ImmutableArray<SharedLinePlan> sharedLines,
        TimeSpan ringTimeout)
    {
        Name = name;
        Dns = dns;
        Externals = externals;
        SharedLines = sharedLines;
        RingTimeout = ringTimeout;
        _numbers = new Dictionary<string, object>(dns.Length + externals.Length, StringComparer.Ordinal);
        foreach (var dn in dns) _numbers.Add(dn.Number, dn);
        foreach (var external in externals) _numbers.Add(external.Number, external);
        foreach (var line in sharedLines)
            foreach (var member in line.Members) _numbers.Add(member, new Member(line, member == line.Number ? line : null));
    }

    public string Name { get; }

    public ImmutableArray<DnPlan> Dns { get; }

    public ImmutableArray<ExternalPlan> Externals { get; }

    public ImmutableArray<SharedLinePlan> SharedLines { get; }

    /// <summary>How long a party may alert before the switch gives up; zero: for ever.</summary>
    public TimeSpan RingTimeout { get; }

    /// <summary>Every number with an event column, in the order of the switch: the DNs, then the members line by line.</summary>
    public IEnumerable<string> Columns => Dns.Select(dn => dn.Number).Concat(SharedLines.SelectMany(line => line.Members));

    /// <summary>The shared line whose member a DN is, null where it is none.</summary>
    public SharedLinePlan? LineOf(string member) => (_numbers.GetValueOrDefault(member) as Member)?.Of;

    /// <summary>The shared line that bears a number, null where it is none.</summary>
    public SharedLinePlan? Line(string number) => (_numbers.GetValueOrDefault(number) as Member)?.Bears;

    public bool IsExternal(string number) => _numbers.GetValueOrDefault(number) is ExternalPlan;

    /// <summary>Whether the number is an ordinary DN or a member of a shared line: it has an event column.</summary>
    public bool IsDn(string number) => _numbers.GetValueOrDefault(number) is DnPlan or Member;

    public int LinesOf(string dn) => _numbers.GetValueOrDefault(dn) is DnPlan plan ? plan.Lines : 1;

    public Habits HabitsOf(string number) => _numbers.GetValueOrDefault(number) switch
    {
        DnPlan dn => dn.Habits,
        ExternalPlan external => external.Habits,
        _ => Habits.None,
    };

    // The first member of a line bears the line's number.
    private sealed record Member(SharedLinePlan Of, SharedLinePlan? Bears);
}
