namespace TelephonyActors.Scenarios.Tests.Reference;

public sealed class ReferenceTableTests
{
    /// <summary>Every table of both documents, and what the call models demand beyond them, with the flow that shows it.</summary>
    private static readonly ReferenceTable[] Tables =
        [.. ReleasingCalls.Tables, .. SharedCallAppearance.Tables, .. TransfersAndFeatures.Tables];

    public static TheoryData<string, int> Flows
    {
        get
        {
            var flows = new TheoryData<string, int>();
            for (var at = 0; at < Tables.Length; at++) flows.Add(Tables[at].File, at);
            return flows;
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_flow_shows_every_row_event_and_attribute_of_its_table(string file, int at)
    {
        Assert.Empty(TableComparison.Differences(Tables[at], FlowFile.Load(file)));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void An_attribute_taken_out_of_a_flow_is_named_with_its_table_row_and_column(string file, int at)
    {
        var (table, flow) = (Tables[at], FlowFile.Load(file));
        foreach (var (row, printed, shown, attribute) in AttributesOf(table, flow))
        {
            Assert.Contains(
                $"{table}: row {row.Name}: column {printed.Column}: {printed.Name}: {attribute} is missing",
                TableComparison.Differences(table, flow.With(shown, shown.Without(attribute))));
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void An_attribute_of_another_value_or_demanded_to_be_absent_is_named_with_both_values(string file, int at)
    {
        var (table, flow) = (Tables[at], FlowFile.Load(file));
        foreach (var (row, printed, shown, attribute) in AttributesOf(table, flow))
        {
            foreach (var value in (string[])["wrong", "~"])
            {
                var start = $"{table}: row {row.Name}: column {printed.Column}: {printed.Name}: {attribute} is {value}, not ";
                Assert.Contains(
                    TableComparison.Differences(table, flow.With(shown, shown.With(attribute, value))),
                    difference => difference.StartsWith(start, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void An_event_taken_out_of_a_flow_is_named_with_its_table_row_and_column(string file, int at)
    {
        var (table, flow) = (Tables[at], FlowFile.Load(file));
        foreach (var row in table.Rows)
        {
            foreach (var (printed, shown) in TableComparison.Matches(table, row, flow))
            {
                Assert.NotNull(shown);
                Assert.Contains(
                    $"{table}: row {row.Name}: column {printed.Column}: {printed.Name} is missing",
                    TableComparison.Differences(table, flow.With(shown, null)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_row_taken_out_of_a_flow_is_named_with_its_table(string file, int at)
    {
        var (table, flow) = (Tables[at], FlowFile.Load(file));
        foreach (var row in table.Rows)
        {
            var without = TableComparison.Matches(table, row, flow).Aggregate(flow, (rest, match) => rest.With(match.Shown!, null));
            Assert.Contains($"{table}: row {row.Name}: the row is missing", TableComparison.Differences(table, without));
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_step_of_another_kind_is_no_showing_of_a_row(string file, int at)
    {
        var (table, flow) = (Tables[at], FlowFile.Load(file));
        var idle = flow with { Steps = [.. flow.Steps.Select(step => step with { Trigger = "wait 1s" })] };
        foreach (var row in table.Rows)
            Assert.Contains($"{table}: row {row.Name}: no step {row.FirstStep} by {row.Trigger}", TableComparison.Differences(table, idle));
    }

    [Fact]
    public void A_column_that_the_switch_of_a_flow_lacks_is_named()
    {
        var flow = FlowFile.Load(SharedCallAppearance.BargeIn.File);
        Assert.Contains(
            "Barge-in: column 60970_2: the flow has no such column",
            TableComparison.Differences(SharedCallAppearance.BargeIn, flow with { Columns = flow.Columns.Remove("60970_2") }));
    }

    [Fact]
    public void A_cell_in_another_order_than_printed_is_a_difference()
    {
        var table = SharedCallAppearance.CallTerminationByANonSharedLinePhone;
        var flow = FlowFile.Load(table.File);
        var (released, onHook) = (flow.Steps[2].EventsOf("60970")[0], flow.Steps[2].EventsOf("60970")[1]);
        var swapped = flow.With(onHook, released with { }).With(released, onHook with { });
        Assert.Contains(
            TableComparison.Differences(table, swapped),
            difference => difference == $"{table}: row Call Termination: column 60970: EventOnHook is missing");
    }

    /// <summary>Every attribute that a table prints, with the event of the flow that shows it.</summary>
    private static IEnumerable<(ReferenceRow Row, ReferenceEvent Printed, FlowEvent Shown, string Attribute)> AttributesOf(
        ReferenceTable table, FlowFile flow) =>
        from row in table.Rows
        from match in TableComparison.Matches(table, row, flow)
        from attribute in match.Printed.Attributes
        select (row, match.Printed, match.Shown!, attribute.Split('=')[0]);
}
