using System.Collections.Immutable;
using System.Globalization;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>
/// Columns that stand side by side, with their widths; a chart of many columns has several such blocks, one below the other.
/// </summary>
internal sealed record LadderBlock(int Gutter, ImmutableArray<(LadderColumn Column, int Width)> Columns);

/// <summary>Lays a chart's columns out so that no line is wider than 120 characters, whatever the terminal is.</summary>
internal static class LadderLayout
{
    public const int Width = 120;

    // The longest names of events that people see every day fit: EventDestinationBusy, EventCallPartyDeleted.
    private const int Narrowest = 20;
    private const int Widest = 36;

    public static ImmutableArray<LadderBlock> Blocks(LadderChart chart)
    {
        // A step's number, a blank on either side of its verdict.
        var highest = chart.Steps.Select(step => step.Number).DefaultIfEmpty().Max();
        var gutter = Math.Max(2, highest.ToString(CultureInfo.InvariantCulture).Length) + 3;
        var most = Math.Max(1, Room(gutter, 0) / (Narrowest + 3));
        var count = (chart.Columns.Length + most - 1) / most;
        return [.. Enumerable.Range(0, count).Select(block => Block(chart.Columns, block, count, gutter))];
    }

    private static LadderBlock Block(ImmutableArray<LadderColumn> columns, int block, int count, int gutter)
    {
        // As even as it gets: of seven columns, four and three.
        var side = columns[(columns.Length * block / count)..(columns.Length * (block + 1) / count)];
        var room = Room(gutter, side.Length);
        var left = room - side.Sum(column => column.Width);

        // Where there is too little room, all have the same, and the last ones what cannot be divided.
        var (share, remainder) = Math.DivRem(left >= 0 ? left : room, side.Length);
        return new LadderBlock(gutter, [.. side.Select((column, at) => (column, left >= 0
            ? Math.Min(Widest, column.Width + share)
            : share + (at >= side.Length - remainder ? 1 : 0)))]);
    }

    // Each column has a line and a blank before it and a blank behind it; the blank at the end of the line is not written.
    private static int Room(int gutter, int columns) => Width - gutter - (3 * columns) + 1;
}
