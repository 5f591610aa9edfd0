using TelephonyActors.Scenarios.Loading;

namespace TelephonyActors.Scenarios.Tests.Loading;

/// <summary>The verb load in virtual time (contract, chapter 4).</summary>
public sealed class LoadTests
{
    public static TheoryData<string> Flows => [.. LoadFlows.Names];

    [Theory]
    [MemberData(nameof(Flows))]
    public void Every_call_of_a_flow_goes_as_the_flow_goes_and_keeps_the_invariants(string flow)
    {
        var loaded = Loaded.Of(new LoadOptions { Flow = flow, Calls = 60, Concurrency = 7, Seed = 3 });
        Assert.Empty(loaded.Error);
        Assert.Equal(0, loaded.Status);
        Assert.Equal((60, 0, 0), (loaded["calls"], loaded["failedCalls"], loaded["violations"]));
        Assert.Equal(7, loaded["peakLiveCalls"]);
    }

    [Fact]
    public void A_basic_call_is_three_requests_and_fifteen_events()
    {
        var loaded = Loaded.Of(new LoadOptions { Calls = 40, Concurrency = 4 });
        Assert.Equal((120, 600), (loaded["requests"], loaded["events"]));
    }

    [Theory]
    [InlineData(10, 30, 10)]
    [InlineData(3000, 2500, 2500)]
    public void None_is_released_before_all_are_up_or_no_more_begin(int calls, int concurrency, int alive) =>
        Assert.Equal(alive, Loaded.Of(new LoadOptions { Calls = calls, Concurrency = concurrency })["peakLiveCalls"]);

    [Fact]
    public void Calls_go_round_all_DNs_where_there_are_more_than_the_concurrency_needs()
    {
        var loaded = Loaded.Of(new LoadOptions { Calls = 100, Concurrency = 5, Dns = 43, SharedLines = 2 });
        Assert.Equal((0, 100, 5), (loaded.Status, loaded["calls"], loaded["peakLiveCalls"]));
    }

    [Fact]
    public void The_seed_decides_the_mix()
    {
        var options = new LoadOptions { Flow = LoadFlows.Mix, Calls = 100, Concurrency = 10, Seed = 11 };
        Assert.Equal(Loaded.Of(options)["events"], Loaded.Of(options)["events"]);
        Assert.NotEqual(Loaded.Of(options)["events"], Loaded.Of(options with { Seed = 12 })["events"]);
    }

    [Fact]
    public void An_interrupt_ends_the_load_with_the_report_of_what_was_done()
    {
        using var interrupt = new CancellationTokenSource();
        var loaded = Loaded.Of(
            new LoadOptions { Calls = 1_000_000, Rate = 1000 },
            passing: time =>
            {
                if (time.Passes == 100) interrupt.Cancel();
            },
            cancelled: interrupt.Token);
        Assert.Equal(0, loaded.Status);
        Assert.InRange(loaded["calls"], 1, 1000);
    }

    [Fact]
    public void For_a_duration_calls_begin_and_then_all_end()
    {
        var loaded = Loaded.Of(new LoadOptions { Duration = TimeSpan.FromSeconds(2), Rate = 50 });
        Assert.Equal((0, 0), (loaded.Status, loaded["failedCalls"]));
        Assert.InRange(loaded["calls"], 99, 102);
    }
}
