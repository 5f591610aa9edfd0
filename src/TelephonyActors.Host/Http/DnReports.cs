using System.Collections.Immutable;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Host.Watching;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Http;

/// <summary>The numbers of the switch and what they are doing.</summary>
/// <param name="Name">The name of the switch.</param>
/// <param name="Dns">The DNs and the members of shared lines, in the order of the switch; a window of them.</param>
/// <param name="DnCount">How many there are in all.</param>
/// <param name="Lines">The shared lines, with a lamp for each appearance.</param>
/// <param name="Externals">The numbers outside the switch.</param>
internal sealed record SwitchReport(
    string Name, ImmutableArray<DnReport> Dns, int DnCount, ImmutableArray<LineReport> Lines, ImmutableArray<ExternalReport> Externals);

/// <summary>A DN.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Line">The shared line of which it is a member.</param>
/// <param name="OffHook">Whether the phone is off the hook.</param>
/// <param name="SeizedAppearance">The appearance that it holds without a call.</param>
/// <param name="Dnd">Whether it is in do-not-disturb.</param>
/// <param name="Forward">Where its calls go instead.</param>
/// <param name="Habits">What it does by itself.</param>
/// <param name="Calls">Its calls.</param>
internal sealed record DnReport(
    string Number,
    string? Line,
    bool OffHook,
    long? SeizedAppearance,
    bool Dnd,
    ForwardReport? Forward,
    HabitsReport? Habits,
    ImmutableArray<DnCallReport> Calls);

/// <summary>A call at a DN; its state in the words of call monitoring.</summary>
internal sealed record DnCallReport(string ConnId, string State, string? CallType, string? OtherDn, long? AppearanceIndex);

/// <summary>Where calls go instead, and when: Unconditional, OnBusy, OnNoAnswer.</summary>
internal sealed record ForwardReport(string Dn, string Mode);

/// <summary>What a number does by itself; seconds.</summary>
internal sealed record HabitsReport(double? AnswerAfter, double? HangUpAfter, bool? Rejects);

/// <summary>A number outside the switch.</summary>
internal sealed record ExternalReport(string Number, HabitsReport? Habits);

/// <summary>A shared line.</summary>
internal sealed record LineReport(string Number, ImmutableArray<string> Members, ImmutableArray<AppearanceReport> Appearances);

/// <summary>An appearance: free, seized, dialing, ringing, connected, held or busy; by which call, and at which members.</summary>
internal sealed record AppearanceReport(int Index, string State, string? ConnId, ImmutableArray<string> Members);

/// <summary>Makes the reports about DNs out of what the watch knows.</summary>
internal sealed class DnReports(SwitchWatch watch)
{
    /// <summary>The switch, with a window of its DNs.</summary>
    public SwitchReport Of(int offset, int limit)
    {
        var plan = watch.Plan;
        var columns = plan.Columns.ToImmutableArray();
        return new SwitchReport(
            plan.Name,
            [.. columns.Skip(offset).Take(limit).Select(number => Of(number)!)],
            columns.Length,
            [.. plan.SharedLines.Take(limit).Select(Of)],
            [.. plan.Externals.Take(limit).Select(external => new ExternalReport(external.Number, Of(external.Habits)))]);
    }

    /// <summary>A DN; null where the switch has none such.</summary>
    public DnReport? Of(string number) => watch.Look(number, Of);

    private DnReport Of(WatchedDn dn) => new(
        dn.Number,
        watch.Plan.LineOf(dn.Number)?.Number,
        dn.IsOffHook,
        dn.Seized,
        dn.DoesNotDisturb,
        dn.Forward is { } forward ? new ForwardReport(forward["DN"] as string ?? "", forward["Mode"] as string ?? "") : null,
        Of(watch.Plan.HabitsOf(dn.Number)),
        [.. dn.Calls.Select(call => new DnCallReport(
            call.ConnID.ToString(), Words.Of(call.State), call.CallType is { } type ? Words.Of(type) : null, call.OtherDN, call.Appearance))]);

    private static HabitsReport? Of(Habits habits) => habits == Habits.None
        ? null
        : new HabitsReport(habits.AnswerAfter?.TotalSeconds, habits.HangUpAfter?.TotalSeconds, habits.Rejects ? true : null);

    private LineReport Of(SharedLinePlan line)
    {
        var members = line.Members.Select(member => Of(member)!).ToArray();
        return new LineReport(
            line.Number, line.Members, [.. Enumerable.Range(1, line.Appearances).Select(index => Appearance(index, members))]);
    }

    private static AppearanceReport Appearance(int index, DnReport[] members)
    {
        if (members.FirstOrDefault(member => member.SeizedAppearance == index) is { } seizing)
            return new AppearanceReport(index, "seized", null, [seizing.Number]);

        // Several members may be at one call: who talks tells more than who holds or rings.
        var here = members
            .SelectMany(member => member.Calls.Where(call => call.AppearanceIndex == index).Select(call => (member.Number, Call: call)))
            .OrderBy(at => Array.IndexOf(_states, LampOf(at.Call.State)))
            .ToArray();
        if (here is not [var (_, most), ..]) return new AppearanceReport(index, "free", null, []);
        var lamp = LampOf(most.State);
        return new AppearanceReport(index, lamp, most.ConnId, [.. here.Where(at => LampOf(at.Call.State) == lamp).Select(at => at.Number)]);
    }

    private static readonly string[] _states = ["connected", "dialing", "held", "ringing", "busy"];

    private static string LampOf(string state) => state switch
    {
        "Connected" => "connected",
        "Connected+Dialing" => "dialing",
        "Held" => "held",
        "Alerting" => "ringing",
        _ => "busy",
    };
}
