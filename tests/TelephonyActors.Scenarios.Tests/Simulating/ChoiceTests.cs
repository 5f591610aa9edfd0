using Akka.Actor;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Tests.Simulating;

public sealed class ChoiceTests
{
    /// <summary>How many interleavings a test tries; all that were promised where LONG_TESTS=1.</summary>
    private static int Seeds { get; } = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 100_000 : 2_000;

    [Fact]
    public void Two_runs_of_a_program_give_the_same_trace()
    {
        Assert.Equal(BusyProgram.Run(Choice.InTurn()), BusyProgram.Run(Choice.InTurn()));
    }

    [Fact]
    public void A_program_in_turn_gives_the_same_trace_on_every_machine()
    {
        Assert.Equal(ExpectedTrace.Lines, BusyProgram.Run(Choice.InTurn()));
    }

    [Fact]
    public void A_seed_gives_the_same_trace_every_time()
    {
        for (var seed = 0UL; seed < 20; seed++)
            Assert.Equal(BusyProgram.Run(Choice.Seeded(seed)), BusyProgram.Run(Choice.Seeded(seed)));
    }

    [Fact]
    public void The_choices_made_replayed_give_the_same_trace()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var seeded = Choice.Seeded(seed);
            var trace = BusyProgram.Run(seeded);
            Assert.NotEmpty(seeded.Made);
            Assert.Equal(trace, BusyProgram.Run(Choice.Replayed([.. seeded.Made])));
        }
    }

    [Fact]
    public void Any_list_of_choices_can_be_replayed()
    {
        var trace = BusyProgram.Run(Choice.Replayed([]));
        Assert.Equal(BusyProgram.Run(Choice.InTurn()).Count, trace.Count);
        Assert.Equal(
            BusyProgram.Run(Choice.Replayed([int.MaxValue, 5, 1000])),
            BusyProgram.Run(Choice.Replayed([int.MaxValue, 5, 1000])));
    }

    [Fact]
    public void Seeds_reach_every_outcome_of_a_race_and_each_seed_the_same_one_twice()
    {
        using var race = new Race();
        var outcomes = new Dictionary<string, int>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var outcome = race.Run(Choice.Seeded((ulong)seed));
            Assert.Equal(outcome, race.Run(Choice.Seeded((ulong)seed)));
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        // Three runners arrive in each of the six orders, none of them seldom.
        Assert.Equal(["abc", "acb", "bac", "bca", "cab", "cba"], outcomes.Keys.Order(StringComparer.Ordinal));
        Assert.All(outcomes.Values, count => Assert.InRange(count, Seeds / 20, Seeds / 3));
    }

    [Fact]
    public void What_one_actor_tells_another_arrives_in_order_whatever_is_chosen()
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            using var bench = new Bench(Choice.Seeded(seed));
            var received = new Dictionary<string, List<int>>();
            var target = bench.Actor("target", (context, message) =>
            {
                var from = context.Sender.Path.Name;
                if (!received.TryGetValue(from, out var list))
                    received[from] = list = [];
                list.Add((int)message);
            });
            foreach (var name in new[] { "a", "b", "c" })
            {
                bench.Actor(name, (context, message) =>
                {
                    target.Tell(message, context.Self);
                    if ((int)message < 20)
                        context.Self.Tell((int)message + 1);
                }).Tell(1);
            }

            bench.Simulation.Settle();
            Assert.Equal(3, received.Count);
            Assert.All(received.Values, list => Assert.Equal(Enumerable.Range(1, 20), list));
        }
    }

    [Fact]
    public void The_generator_gives_the_numbers_of_its_authors()
    {
        // xoshiro256** after SplitMix64 from seed 0; reference values of the published C sources.
        var generator = new SeededGenerator(0);
        ulong[] published = [0x99EC5F36CB75F2B4, 0xBF6E1F784956452A, 0x1A5F849D4933E6E0];
        Assert.Equal(published, published.Select(_ => generator.Next()));
    }

    /// <summary>Three runners, told one after the other, each run to the finish; one actor system for all races.</summary>
    private sealed class Race : IDisposable
    {
        private readonly Bench _bench = new(Choice.InTurn());
        private readonly IActorRef[] _runners;

        public Race()
        {
            var finish = _bench.Actor("finish", (_, message) => _bench.Trace.Add((string)message));
            _runners = [.. new[] { "a", "b", "c" }.Select(name => _bench.Actor(name, (_, _) => finish.Tell(name)))];
            _bench.Simulation.Settle();
        }

        public string Run(Choice choice)
        {
            _bench.Trace.Clear();
            _bench.Simulation.Choice = choice;
            foreach (var runner in _runners)
                runner.Tell("run");
            _bench.Simulation.Settle();
            return string.Concat(_bench.Trace);
        }

        public void Dispose() => _bench.Dispose();
    }
}
