using System.Collections.Immutable;

namespace TelephonyActors.Scenarios.Tests.Reference;

/// <summary>
/// Holds a flow against a table of the reference: the events of each cell, in this order, in the steps that show the row, with each
/// attribute the table prints. What the flow has beyond the table is none of its business.
/// </summary>
internal static class TableComparison
{
    /// <summary>What of the table is missing from the flow, each sentence naming table, row, column and attribute.</summary>
    public static ImmutableArray<string> Differences(ReferenceTable table, FlowFile flow)
    {
        var found = new List<string>();
        found.AddRange(table.Columns.Except(flow.Columns).Select(column => $"{table}: column {column}: the flow has no such column"));
        foreach (var row in table.Rows) found.AddRange(Differences(table, row, flow));
        return [.. found];
    }

    /// <summary>
    /// The events of the flow that show the events of a row, null for one that is missing. An event of the right name that differs counts,
    /// for its difference is worth naming, unless it shows another event of the table.
    /// </summary>
    public static IEnumerable<(ReferenceEvent Printed, FlowEvent? Shown)> Matches(ReferenceTable table, ReferenceRow row, FlowFile flow)
    {
        foreach (var cell in row.Events.GroupBy(each => each.Column))
        {
            var rest = flow.EventsOf(cell.Key, row.FirstStep, row.LastStep).ToList();
            foreach (var printed in cell)
            {
                var named = rest.Where(each => each.Name == printed.Name).ToList();
                var shown = named.Find(each => Faults(printed, each, row, flow).IsEmpty)
                    ?? named.Find(each => !Shows(each, cell.Key, row, table, flow));
                if (shown is not null) rest.RemoveRange(0, rest.IndexOf(shown) + 1);
                yield return (printed, shown);
            }
        }
    }

    // Another event of the steps at hand, of this row or of one that is shown by the same steps.
    private static bool Shows(FlowEvent shown, string column, ReferenceRow at, ReferenceTable table, FlowFile flow) => table.Rows.Any(
        row => row.FirstStep <= at.LastStep && at.FirstStep <= row.LastStep && row.Events.Any(
            printed => printed.Column == column && printed.Name == shown.Name && Faults(printed, shown, row, flow).IsEmpty));

    private static IEnumerable<string> Differences(ReferenceTable table, ReferenceRow row, FlowFile flow)
    {
        var steps = flow.Steps.Where(step => step.Number >= row.FirstStep && step.Number <= row.LastStep).ToList();
        var matches = Matches(table, row, flow).ToList();
        if (!steps.Exists(step => $"{step.Trigger} ".StartsWith(row.Trigger + " ", StringComparison.Ordinal)))
            yield return $"{table}: row {row.Name}: no step {row.FirstStep} by {row.Trigger}";
        if (matches.TrueForAll(match => match.Shown is null)) yield return $"{table}: row {row.Name}: the row is missing";

        foreach (var (printed, shown) in matches)
        {
            var where = $"{table}: row {row.Name}: column {printed.Column}: {printed.Name}";
            if (shown is null)
            {
                yield return $"{where} is missing";
                continue;
            }

            foreach (var (attribute, fault) in Faults(printed, shown, row, flow)) yield return $"{where}: {attribute} {fault}";
        }
    }

    private static ImmutableArray<(string Attribute, string Fault)> Faults(
        ReferenceEvent printed, FlowEvent shown, ReferenceRow row, FlowFile flow)
    {
        var faults = ImmutableArray<(string, string)>.Empty;
        foreach (var text in printed.Attributes)
        {
            var (attribute, value) = text.Split('=') is [var name, var printedValue] ? (name, printedValue) : (text, "");
            var allowed = Values(attribute, value, row, flow);
            if (!shown.Attributes.TryGetValue(attribute, out var stated)) faults = faults.Add((attribute, "is missing"));
            else if (!allowed.Contains(stated)) faults = faults.Add((attribute, $"is {stated}, not {string.Join(" or ", allowed)}"));
        }

        return faults;
    }

    /// <summary>What the flow may say where the table prints a value.</summary>
    private static string[] Values(string attribute, string value, ReferenceRow row, FlowFile flow) => attribute switch
    {
        "ConnID" when !value.StartsWith('$') => [row.Call],
        "PartyID" when value.EndsWith("partyID", StringComparison.Ordinal) => [PartyID(value[..^"partyID".Length], row.Call, flow)],
        _ => value.Split('/'),
    };

    /// <summary>The party ID that the flow gives a DN when it joins the call.</summary>
    private static string PartyID(string dn, string call, FlowFile flow) => flow.EventsOf(FlowFile.Monitoring)
        .Where(each => each.Name == "EventCallPartyAdded" && each["ConnID"] == call && each["DN"] == dn)
        .Select(each => each["PartyID"] ?? "none")
        .FirstOrDefault("none");
}
