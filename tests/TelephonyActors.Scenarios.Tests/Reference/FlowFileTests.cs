namespace TelephonyActors.Scenarios.Tests.Reference;

/// <summary>What holds for every file in config/flows: nothing is left unchecked, and every flow is one from beginning to end.</summary>
public sealed class FlowFileTests
{
    private const string TwoSteps = """
        name: A call
        switch: { dns: [A, { number: B, lines: 2 }] }
        steps:
          - request: { TMakeCall: { ThisDN: A, OtherDN: B } }
            events: { A: [EventOffHook, EventDialing: { ReferenceID: 1 }], B: [EventRinging], monitoring: [EventCallCreated] }
          - phone: { DN: A, action: hangUp }
            events: { A: [EventReleased], B: [EventAbandoned], monitoring: [EventCallDeleted] }
        """;

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(FlowFile.Folder, "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_flow_says_for_every_step_what_every_column_hears(string file) => Assert.Empty(Unchecked(FlowFile.Load(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_flow_answers_every_request_once_with_the_number_of_its_step_and_nothing_else(string file) =>
        Assert.Empty(Unanswered(FlowFile.Load(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_flow_ends_with_every_call_released(string file) => Assert.Empty(Unfinished(FlowFile.Load(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_flow_has_a_name_and_says_at_its_head_which_table_or_chapter_it_shows(string file)
    {
        Assert.True(FlowFile.Load(file).HasTitle);
        var head = File.ReadLines(Path.Combine(FlowFile.Folder, file + ".yaml")).First();
        Assert.Matches("^# (Reference: |Call models [0-9]|Contract [0-9])", head);
    }

    [Fact]
    public void Every_table_of_the_reference_has_a_flow_named_after_it()
    {
        foreach (var table in (ReferenceTable[])[.. ReleasingCalls.Tables, .. SharedCallAppearance.Tables])
            Assert.True(File.Exists(Path.Combine(FlowFile.Folder, table.File + ".yaml")), $"{table} has no flow {table.File}.yaml");
    }

    [Fact]
    public void A_step_without_events_is_found()
    {
        Assert.Empty(Unchecked(FlowFile.Parse("two", TwoSteps)));
        var cut = TwoSteps[..TwoSteps.LastIndexOf("    events:", StringComparison.Ordinal)];
        Assert.Equal(["two: step 2 (hangUp A) has no events"], Unchecked(FlowFile.Parse("two", cut)));
    }

    [Fact]
    public void A_step_that_leaves_out_a_column_is_found()
    {
        Assert.Equal(
            ["two: step 1 (TMakeCall A) does not name B"],
            Unchecked(FlowFile.Parse("two", TwoSteps.Replace("B: [EventRinging], ", "", StringComparison.Ordinal))));
        Assert.Equal(
            ["two: step 2 (hangUp A) does not name monitoring"],
            Unchecked(FlowFile.Parse("two", TwoSteps.Replace(", monitoring: [EventCallDeleted]", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void Only_a_phone_action_may_say_that_the_switch_does_not_allow_it()
    {
        var allowed = TwoSteps[..TwoSteps.LastIndexOf("events:", StringComparison.Ordinal)] + "events: {}";
        Assert.Empty(Unchecked(FlowFile.Parse("two", allowed)));
        var waiting = allowed.Replace("phone: { DN: A, action: hangUp }", "wait: 1s", StringComparison.Ordinal);
        Assert.Equal(3, Unchecked(FlowFile.Parse("two", waiting)).Count());
    }

    [Fact]
    public void A_request_without_an_answer_or_with_a_wrong_number_is_found()
    {
        Assert.Empty(Unanswered(FlowFile.Parse("two", TwoSteps)));
        Assert.Equal(
            ["two: step 1 (TMakeCall A) is answered by []"],
            Unanswered(FlowFile.Parse("two", TwoSteps.Replace(" ReferenceID: 1 ", "", StringComparison.Ordinal))));
        Assert.Equal(
            ["two: step 1 (TMakeCall A) is answered by [2]"],
            Unanswered(FlowFile.Parse("two", TwoSteps.Replace("ReferenceID: 1", "ReferenceID: 2", StringComparison.Ordinal))));
        var answered = TwoSteps.Replace("[EventReleased]", "[EventReleased: { ReferenceID: 2 }]", StringComparison.Ordinal);
        Assert.Equal(["two: step 2 (hangUp A) is answered by [2]"], Unanswered(FlowFile.Parse("two", answered)));
    }

    [Fact]
    public void A_call_that_is_never_released_is_found()
    {
        Assert.Empty(Unfinished(FlowFile.Parse("two", TwoSteps)));
        Assert.NotEmpty(Unfinished(FlowFile.Parse("two", TwoSteps.Replace("[EventCallDeleted]", "[]", StringComparison.Ordinal))));
    }

    /// <summary>
    /// Contract 3: a step without events is not checked. Only <c>events: {}</c> admits a phone action that the switch does not allow,
    /// and it demands silence of all columns by itself.
    /// </summary>
    private static IEnumerable<string> Unchecked(FlowFile flow)
    {
        foreach (var step in flow.Steps)
        {
            if (step.Expected is null)
            {
                yield return $"{flow.Name}: step {step.Number} ({step.Trigger}) has no events";
                continue;
            }

            if (step.Expected.IsEmpty && step.IsPhone) continue;
            foreach (var column in flow.Columns)
                if (!step.Expected.ContainsKey(column))
                    yield return $"{flow.Name}: step {step.Number} ({step.Trigger}) does not name {column}";
        }
    }

    /// <summary>Call models 8: exactly one answer to a request; contract 3: its ReferenceID is the number of its step.</summary>
    private static IEnumerable<string> Unanswered(FlowFile flow)
    {
        foreach (var step in flow.Steps)
        {
            var answers = (
                from column in flow.Columns
                from each in step.EventsOf(column)
                where each["ReferenceID"] is not (null or "~")
                select each["ReferenceID"]).ToList();
            string[] expected = step.IsRequest ? [$"{step.Number}"] : [];
            if (!answers.SequenceEqual(expected))
                yield return $"{flow.Name}: step {step.Number} ({step.Trigger}) is answered by [{string.Join(", ", answers)}]";
        }
    }

    private static IEnumerable<string> Unfinished(FlowFile flow)
    {
        List<string?> Calls(string name) =>
        [
            .. from each in flow.EventsOf(FlowFile.Monitoring)
               where each.Name == name
               orderby each["ConnID"]
               select each["ConnID"],
        ];

        var created = Calls("EventCallCreated");
        if (created.Distinct().Count() != created.Count) yield return $"{flow.Name}: a call is created twice";
        if (!created.SequenceEqual(Calls("EventCallDeleted"))) yield return $"{flow.Name}: not every call that is created is deleted";
    }
}
