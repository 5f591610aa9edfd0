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
public readonly record struct DnPlan(string Number, int Lines, Habits Habits);

/// <summary>A number outside the switch.</summary>
public readonly record struct ExternalPlan(string Number, Habits Habits);

/// <summary>A shared line: the first member bears the line's number (call models, chapter 7).</summary>
public sealed record SharedLinePlan(string Number, ImmutableArray<string> Members, int Appearances);

/// <summary>
/// What is emulated: the numbers of a switch and its ring timeout (<see cref="TimeSpan.Zero"/>: ring for ever). Each number stands
/// once in DNs, externals and members together; the reader of the file sees to it.
/// </summary>
public sealed class SwitchPlan
{
    /// <summary>The place of a number that the switch does not have.</summary>
    public const int NoPlace = -1;

    private readonly Dictionary<string, int> _places;
    private readonly ImmutableArray<Member> _members;

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
        _members = [.. sharedLines.SelectMany(line => line.Members.Select(member => new Member(member, line)))];
        _places = new Dictionary<string, int>(FirstExternal + externals.Length, StringComparer.Ordinal);
        foreach (var number in Numbers)
            if (!_places.TryAdd(number, _places.Count)) throw new ArgumentException($"the switch has the number {number} more than once", nameof(dns));
    }

    public string Name { get; }

    public ImmutableArray<DnPlan> Dns { get; }

    public ImmutableArray<ExternalPlan> Externals { get; }

    public ImmutableArray<SharedLinePlan> SharedLines { get; }

    /// <summary>How long a party may alert before the switch gives up; zero: for ever.</summary>
    public TimeSpan RingTimeout { get; }

    /// <summary>Every number with an event column, in the order of the switch: the DNs, then the members line by line.</summary>
    public IEnumerable<string> Columns => Dns.Select(dn => dn.Number).Concat(_members.Select(member => member.Number));

    /// <summary>Every number, each at its place: those with a column, then the externals.</summary>
    public IEnumerable<string> Numbers => Columns.Concat(Externals.Select(external => external.Number));

    /// <summary>How many numbers there are.</summary>
    public int Count => _places.Count;

    private int FirstExternal => Dns.Length + _members.Length;

    /// <summary>The place of a number among all of the switch, from 0; <see cref="NoPlace"/>: it has no such number.</summary>
    public int PlaceOf(string number) => _places.GetValueOrDefault(number, NoPlace);

    /// <summary>The number at a place.</summary>
    public string NumberAt(int place) => place < Dns.Length ? Dns[place].Number
        : place < FirstExternal ? _members[place - Dns.Length].Number
        : Externals[place - FirstExternal].Number;

    /// <summary>The shared line whose member a DN is, null where it is none.</summary>
    public SharedLinePlan? LineOf(string member) => PlaceOf(member) is var place && IsMember(place) ? _members[place - Dns.Length].Line : null;

    /// <summary>The shared line that bears a number, null where it is none.</summary>
    public SharedLinePlan? Line(string number) => LineOf(number) is { } line && line.Number == number ? line : null;

    public bool IsExternal(string number) => PlaceOf(number) >= FirstExternal;

    /// <summary>Whether the number is an ordinary DN or a member of a shared line: it has an event column.</summary>
    public bool IsDn(string number) => IsDn(PlaceOf(number));

    /// <inheritdoc cref="IsDn(string)"/>
    public bool IsDn(int place) => place >= 0 && place < FirstExternal;

    public int LinesOf(string dn) => PlaceOf(dn) is var place && IsOrdinary(place) ? Dns[place].Lines : 1;

    public Habits HabitsOf(string number)
    {
        var place = PlaceOf(number);
        return IsOrdinary(place) ? Dns[place].Habits : place >= FirstExternal ? Externals[place - FirstExternal].Habits : Habits.None;
    }

    private bool IsOrdinary(int place) => place >= 0 && place < Dns.Length;

    private bool IsMember(int place) => place >= Dns.Length && place < FirstExternal;

    private readonly record struct Member(string Number, SharedLinePlan Line);
}
