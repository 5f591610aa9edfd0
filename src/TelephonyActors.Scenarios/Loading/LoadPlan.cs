using System.Collections.Immutable;
using System.Globalization;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Loading.Flows;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>
/// The switch that a load needs, divided into islands: DNs that call only each other, each with at most one call of the load at a
/// time. The numbers of an island follow each other, so that a number tells its island.
/// </summary>
internal sealed class LoadPlan
{
    private const int UsualConcurrency = 1000;
    private const int MembersOfLine = 2;
    private const int FirstNumber = 10_000_000;

    private readonly int _width;

    private LoadPlan(FlowMix mix, int islands, int concurrency, int dns, int lines)
    {
        (Mix, Islands, Concurrency) = (mix, islands, concurrency);
        (DnsOfIsland, LinesOfIsland) = (mix.Dns, mix.Lines);
        _width = DnsOfIsland + (LinesOfIsland * MembersOfLine);
        Switch = Plan(dns, lines);
    }

    public FlowMix Mix { get; }

    public int Islands { get; }

    public int Concurrency { get; }

    public int DnsOfIsland { get; }

    public int LinesOfIsland { get; }

    public SwitchPlan Switch { get; }

    /// <summary>The switch for a load.</summary>
    /// <exception cref="LoadOptionsException">There are fewer DNs or lines than the concurrency needs.</exception>
    public static LoadPlan Of(LoadOptions options, FlowMix mix)
    {
        var islands = int.MaxValue;
        if (options.Dns is { } dns) islands = Fitting(options, mix, dns, mix.Dns, "DNs", "--dns");
        if (options.SharedLines is { } lines && mix.Lines > 0)
            islands = Math.Min(islands, Fitting(options, mix, lines, mix.Lines, "shared lines", "--shared-lines"));

        var concurrency = options.Concurrency ?? Math.Min(UsualConcurrency, islands);
        if (options.Calls is { } calls && options.Concurrency is null) concurrency = (int)Math.Min(concurrency, calls);
        if (islands == int.MaxValue) islands = concurrency;
        return new LoadPlan(mix, islands, concurrency, options.Dns ?? islands * mix.Dns, options.SharedLines ?? islands * mix.Lines);
    }

    /// <summary>How many numbers an island has.</summary>
    public int Width => _width;

    /// <summary>A number of an island: first its DNs, then the members of its line, the first of which bears the line's number.</summary>
    public string NumberOf(int island, int at) => at < DnsOfIsland
        ? Switch.Dns[(island * DnsOfIsland) + at].Number
        : Switch.SharedLines[island].Members[at - DnsOfIsland];

    /// <summary>The island of a number; -1 where it is of none.</summary>
    public int IslandOf(string? number)
    {
        if (number is null) return -1;
        var value = 0;
        foreach (var digit in number) value = (value * 10) + (digit - '0');
        var island = (value - FirstNumber) / _width;
        return (uint)island < (uint)Islands ? island : -1;
    }

    private static int Fitting(LoadOptions options, FlowMix mix, int given, int needed, string what, string option)
    {
        var fitting = needed == 0 ? int.MaxValue : given / needed;
        if (fitting >= (options.Concurrency ?? 1)) return fitting;
        throw new LoadOptionsException(string.Create(
            CultureInfo.InvariantCulture,
            $"--concurrency {options.Concurrency ?? 1} needs {(long)needed * (options.Concurrency ?? 1)} {what} with flow {mix.Name}, {option} gives {given}; allowed is a concurrency of {(fitting == 0 ? "0" : $"at most {fitting}")}, or more {what}"));
    }

    // Numbers that no island needs come behind all the others.
    private SwitchPlan Plan(int dns, int lines)
    {
        var plannedDns = ImmutableArray.CreateBuilder<DnPlan>(dns);
        var plannedLines = ImmutableArray.CreateBuilder<SharedLinePlan>(lines);
        var next = FirstNumber;
        for (var island = 0; island < Islands; island++)
        {
            for (var dn = 0; dn < DnsOfIsland; dn++) plannedDns.Add(Dn(next++));
            for (var line = 0; line < LinesOfIsland; line++) plannedLines.Add(Line(ref next));
        }

        while (plannedDns.Count < dns) plannedDns.Add(Dn(next++));
        while (plannedLines.Count < lines) plannedLines.Add(Line(ref next));
        return new SwitchPlan("load", plannedDns.MoveToImmutable(), [], plannedLines.MoveToImmutable(), ringTimeout: TimeSpan.Zero);
    }

    private static DnPlan Dn(int number) => new(Text(number), 1, Habits.None);

    private static SharedLinePlan Line(ref int next)
    {
        var members = ImmutableArray.CreateBuilder<string>(MembersOfLine);
        for (var member = 0; member < MembersOfLine; member++) members.Add(Text(next++));
        return new SharedLinePlan(members[0], members.MoveToImmutable(), Appearances: 1);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
