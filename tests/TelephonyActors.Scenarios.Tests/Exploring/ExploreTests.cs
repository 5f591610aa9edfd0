using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TelephonyActors.Scenarios.Checking;
using TelephonyActors.Scenarios.Exploring;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.Switch.Faults;

namespace TelephonyActors.Scenarios.Tests.Exploring;

public sealed partial class ExploreTests
{
    private static readonly string[] _moreThanOnce = ["mix", "failures", "transfer"];

    public static TheoryData<string> Flows => [.. ExploreFlows.Names];

    [Theory]
    [MemberData(nameof(Flows))]
    public void No_interleaving_of_any_flow_breaks_an_invariant(string flow)
    {
        var seeds = _moreThanOnce.Contains(flow) ? 400 : 100;
        var explored = Explored(new ExploreOptions { Flow = flow, Seeds = seeds });
        Assert.True(explored.Status == 0, explored.Output);
        Assert.Contains("no violation", explored.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BrokenGuard.SecondAnswerAccepted, "mix")]
    [InlineData(BrokenGuard.StaleTimer, "mix")]
    [InlineData(BrokenGuard.AppearanceLeak, "mix")]
    [InlineData(BrokenGuard.LateLine, "shared-line")]
    public void A_broken_guard_is_caught_and_shown_in_at_most_eight_requests(BrokenGuard guard, string flow)
    {
        var explored = Explored(new ExploreOptions { Flow = flow, Seeds = 300, Fault = guard });
        Assert.Equal(1, explored.Status);
        var shortest = Shortened().Match(explored.Output);
        Assert.True(shortest.Success, explored.Output);
        Assert.InRange(int.Parse(shortest.Groups[1].Value, CultureInfo.InvariantCulture), 1, 8);
    }

    [Theory]
    [InlineData(ScenarioFormat.Ladder)]
    [InlineData(ScenarioFormat.Jsonl)]
    public void A_seed_is_the_same_byte_for_byte_whatever_was_run_before(ScenarioFormat format)
    {
        var options = new ExploreOptions { FirstSeed = 41, PrintsOneSeed = true, Format = format };
        var first = Explored(options);
        Assert.Equal(0, first.Status);
        Assert.Equal(first, Explored(options));
        Assert.NotEqual(first.Output, Explored(options with { FirstSeed = 42 }).Output);
    }

    [Fact]
    public void A_seed_as_jsonl_is_a_log_that_check_reads()
    {
        var lines = Explored(new ExploreOptions { FirstSeed = 7, PrintsOneSeed = true, Format = ScenarioFormat.Jsonl }).Output;
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(lines));
        var log = new LogChecker();
        log.Read(file);
        Assert.InRange(log.Events, 50, long.MaxValue);
        Assert.Empty(log.Violations);
    }

    [Fact]
    public void The_summary_as_JSON_says_what_was_reached()
    {
        var explored = Explored(new ExploreOptions { Seeds = 50, Json = true });
        using var json = JsonDocument.Parse(explored.Output);
        var summary = json.RootElement;
        Assert.Equal(50, summary.GetProperty("seeds").GetInt32());
        Assert.Equal(50 * 40, summary.GetProperty("requests").GetInt64());
        Assert.Equal(50, summary.GetProperty("distinctOutcomes").GetInt32());
        Assert.Equal(0, summary.GetProperty("violations").GetInt32());
        Assert.True(summary.GetProperty("seedsPerSecond").GetDouble() > 0);
        Assert.True(summary.GetProperty("refusalsByCode").GetProperty("496").GetInt64() > 0);
        Assert.True(summary.GetProperty("eventsByName").GetProperty("EventEstablished").GetInt64() > 0);
        Assert.False(summary.TryGetProperty("firstFailingSeed", out _));
    }

    [Fact]
    public void The_JSON_of_a_failing_exploration_stands_alone_and_names_the_first_seed()
    {
        var explored = Explored(new ExploreOptions { Seeds = 300, Json = true, Fault = BrokenGuard.AppearanceLeak });
        Assert.Equal(1, explored.Status);
        using var json = JsonDocument.Parse(explored.Output);
        var seed = json.RootElement.GetProperty("firstFailingSeed").GetUInt64();
        Assert.Contains($"Seed {seed}, shortened to", explored.Error, StringComparison.Ordinal);
        var again = Explored(new ExploreOptions { FirstSeed = seed, PrintsOneSeed = true, Fault = BrokenGuard.AppearanceLeak });
        Assert.Equal(1, again.Status);
        Assert.Contains("appearance", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_code_and_every_event_of_a_switch_that_stays_up_is_reached()
    {
        var explored = Explored(new ExploreOptions { Seeds = 1500, Json = true });
        using var json = JsonDocument.Parse(explored.Output);
        var refused = json.RootElement.GetProperty("refusalsByCode").EnumerateObject().Select(code => code.Name);
        Assert.Equal(["41", "43", "51", "52", "53", "56", "59", "71", "231", "470", "496"], refused);
        var heard = json.RootElement.GetProperty("eventsByName").EnumerateObject().Select(name => name.Name).ToHashSet();
        Assert.Equal(["EventLinkDisconnected"], TLibrary.Words.All<TLibrary.EventName>().Where(name => !heard.Contains(name)));
    }

    private static (int Status, string Output, string Error) Explored(ExploreOptions options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var status = Explore.Run(options, output, error, colour: false);
        return (status, output.ToString(), error.ToString());
    }

    [GeneratedRegex("shortened to ([0-9]+) requests")]
    private static partial Regex Shortened();
}
