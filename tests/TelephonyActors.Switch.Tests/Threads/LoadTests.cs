using System.Collections.Immutable;
using Akka.Configuration;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Loading;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Tests.Threads;

/// <summary>Hundreds of calls at the same time on real threads, from start to shutdown.</summary>
public sealed class LoadTests
{
    private const int Clients = 4;
    private const int PairsOfEach = 60;
    private const int LinesOfEach = 15;
    private const int Calls = Clients * (PairsOfEach + LinesOfEach);

    [Fact]
    public async Task Hundreds_of_calls_of_several_clients_on_several_threads_are_all_made_and_ended_and_each_request_has_one_answer()
    {
        await using var running = await RunningSwitch.Start(Plan(), hocon: _named);
        var monitor = new ThreadClient(running.Switch);
        monitor.Send(RequestName.TStartCallMonitoring);
        monitor.AwaitAnswers();
        var drivers = Enumerable.Range(0, Clients).Select(client => DriverOf(running.Switch, client)).ToList();
        using var together = new Barrier(Clients);

        SideBySide.Run(drivers.Select<Driver, Action>(driver => () =>
        {
            driver.Register();
            Assert.True(together.SignalAndWait(SideBySide.Patience));
            driver.TalkEverywhere();
            Assert.True(together.SignalAndWait(SideBySide.Patience));
        }));
        AssertAlive(running, Calls);

        SideBySide.Run(drivers.Select<Driver, Action>(driver => driver.ReleaseEverything));
        var calls = AwaitEnds(monitor);
        AssertGone(running, calls);
        await running.Stop();

        foreach (var client in drivers.Select(driver => driver.Client).Append(monitor))
        {
            Assert.Empty(client.Violations());
            Assert.Equal(client.Requests, client.Heard.Count(heard => heard.ReferenceID is not null));
            Assert.All(Sources(client), numbers => Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long?)number), numbers));
            Assert.Equal(EventName.EventLinkDisconnected, client.Heard.Last().Event);
            client.Dispose();
        }
    }

    // Client i dials from its a's to its b's, and to lines whose members belong to the two clients after it.
    private static Driver DriverOf(ISwitch at, int client)
    {
        var dials = new Dictionary<string, string>();
        var answers = new List<string>();
        for (var pair = 0; pair < PairsOfEach; pair++)
        {
            dials.Add($"a{client}-{pair}", $"b{client}-{pair}");
            answers.Add($"b{client}-{pair}");
        }

        for (var line = 0; line < LinesOfEach; line++)
        {
            dials.Add($"c{client}-{line}", $"l{client}-{line}");
            answers.Add($"l{(client + 1) % Clients}-{line}");
            answers.Add($"l{(client + 2) % Clients}-{line}_2");
        }

        return new Driver(new ThreadClient(at), dials, answers);
    }

    // Every call has an actor of its own, so that what is left of it can be looked for.
    private static readonly Config _named = ConfigurationFactory.ParseString("telephony-actors.kept-call-actors = 0");

    private static SwitchPlan Plan()
    {
        var dns = ImmutableArray.CreateBuilder<DnPlan>();
        var lines = ImmutableArray.CreateBuilder<SharedLinePlan>();
        for (var client = 0; client < Clients; client++)
        {
            for (var pair = 0; pair < PairsOfEach; pair++) dns.AddRange(Dn($"a{client}-{pair}"), Dn($"b{client}-{pair}"));
            for (var line = 0; line < LinesOfEach; line++)
            {
                dns.Add(Dn($"c{client}-{line}"));
                lines.Add(new SharedLinePlan($"l{client}-{line}", [$"l{client}-{line}", $"l{client}-{line}_2"], 1));
            }
        }

        // A ring timeout that never strikes: its timers are armed and cancelled on Akka.NET's own scheduler.
        return new SwitchPlan("load", dns.ToImmutable(), [], lines.ToImmutable(), TimeSpan.FromHours(1));
    }

    private static DnPlan Dn(string number) => new(number, 1, Habits.None);

    private static List<string> AwaitEnds(ThreadClient monitor)
    {
        var (created, deleted) = (new List<string>(), 0);
        while (deleted < Calls)
        {
            var heard = monitor.Next();
            if (heard.Event == EventName.EventCallCreated) created.Add(Entities.CallPath(heard.ConnID!));
            if (heard.Event == EventName.EventCallDeleted) deleted++;
        }

        Assert.Equal(Calls, created.Count);
        return created;
    }

    private static void AssertAlive(RunningSwitch running, int calls)
    {
        using var found = new CountdownEvent(calls);
        Entities.Find(running.System, "/user/calls-*/*", _ => found.Signal());
        Assert.True(found.Wait(SideBySide.Patience));
    }

    private static void AssertGone(RunningSwitch running, List<string> calls)
    {
        using var gone = new CountdownEvent(calls.Count);
        Entities.WatchUntilGone(running.System, calls, _ => gone.Signal());
        Assert.True(gone.Wait(SideBySide.Patience));
    }

    // The EventSequenceNumbers of each DN and of each call's monitoring, in the order heard.
    private static IEnumerable<List<long?>> Sources(ThreadClient client) => client.Heard
        .Where(heard => heard.EventSequenceNumber is not null)
        .GroupBy(heard => heard.ThisDN ?? heard.ConnID!.ToString(), heard => heard.EventSequenceNumber)
        .Select(source => source.ToList());
}
