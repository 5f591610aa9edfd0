using TelephonyActors.Scenarios.Loading;

namespace TelephonyActors.Scenarios.Tests.Loading;

/// <summary>Calls that begin when they are due, whatever became of the others (contract, chapter 4, --rate).</summary>
public sealed class OpenLoopTests
{
    [Fact]
    public void Calls_begin_at_the_rate_that_was_asked_for()
    {
        var loaded = Loaded.Of(new LoadOptions { Calls = 201, Rate = 100 });
        Assert.Equal((0, 201), (loaded.Status, loaded["calls"]));
        Assert.InRange(loaded.Json.GetProperty("seconds").GetDouble(), 2, 2.1);
    }

    [Fact]
    public void A_stall_shows_in_the_latency_of_every_call_that_was_due_meanwhile()
    {
        var loaded = Loaded.Of(
            new LoadOptions { Calls = 1000, Rate = 100 },
            passing: time =>
            {
                if (time.Passes == 500) time.HoldUp(TimeSpan.FromSeconds(4));
            });
        // Two fifths of the calls were due while nobody looked: one of the three requests of each, so that a tenth of all answers took
        // more than a second.
        var latency = loaded.Json.GetProperty("latencyMs");
        Assert.InRange(latency.GetProperty("max").GetDouble(), 3900, 4010);
        Assert.InRange(latency.GetProperty("p90").GetDouble(), 900, 1100);
        Assert.InRange(latency.GetProperty("p50").GetDouble(), 0, 1);
    }

    [Fact]
    public void Calls_are_kept_alive_where_the_concurrency_is_given_too()
    {
        var loaded = Loaded.Of(new LoadOptions { Calls = 300, Rate = 100, Concurrency = 50 });
        Assert.Equal((0, 300, 50), (loaded.Status, loaded["calls"], loaded["peakLiveCalls"]));
    }
}
