using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Embedded.Tests.Actors;

public class ShutdownTests : Spec
{
    private readonly ConcurrentQueue<string> _log = new();

    [Fact]
    public async Task Terminate_runs_the_phases_in_order_and_then_stops_all_actors()
    {
        System.ActorOf(Of(() => new Stopping(() => _log.Enqueue("actor stopped"))));
        Add(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "last");
        Add(CoordinatedShutdown.PhaseBeforeServiceUnbind, "first");
        Add(CoordinatedShutdown.PhaseServiceStop, "middle");
        System.RegisterOnTermination(() => _log.Enqueue("callback"));

        await System.Terminate().WaitAsync(Patience);

        Assert.True(System.WhenTerminated.IsCompletedSuccessfully);
        Assert.Equal(["first", "middle", "last", "actor stopped", "callback"], _log);
        Assert.Same(CoordinatedShutdown.ActorSystemTerminateReason.Instance, CoordinatedShutdown.Get(System).ShutdownReason);
    }

    [Fact]
    public async Task It_runs_once_whoever_asks()
    {
        Add(CoordinatedShutdown.PhaseServiceStop, "once");
        var shutdown = CoordinatedShutdown.Get(System);
        var first = shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);
        var second = shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance);
        await first.WaitAsync(Patience);
        await second.WaitAsync(Patience);
        await System.Terminate().WaitAsync(Patience);
        Assert.Equal(["once"], _log);
        Assert.Same(CoordinatedShutdown.UnknownReason.Instance, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task A_phase_waits_for_its_tasks()
    {
        var gate = new TaskCompletionSource();
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CoordinatedShutdown.Get(System).AddTask(CoordinatedShutdown.PhaseServiceUnbind, "slow", async () =>
        {
            began.SetResult();
            await gate.Task;
            _log.Enqueue("slow");
            return Done.Instance;
        });
        Add(CoordinatedShutdown.PhaseServiceStop, "next");

        var terminated = System.Terminate();
        await began.Task.WaitAsync(Patience);
        Assert.Empty(_log);
        Assert.False(terminated.IsCompleted);
        gate.SetResult();
        await terminated.WaitAsync(Patience);
        Assert.Equal(["slow", "next"], _log);
    }

    [Fact]
    public async Task A_task_that_fails_does_not_prevent_the_end()
    {
        CoordinatedShutdown.Get(System).AddTask(
            CoordinatedShutdown.PhaseServiceUnbind, "fails", () => Task.FromException<Done>(new InvalidTimeZoneException()));
        CoordinatedShutdown.Get(System).AddTask(
            CoordinatedShutdown.PhaseServiceUnbind, "throws", () => throw new InvalidTimeZoneException());
        Add(CoordinatedShutdown.PhaseServiceStop, "next");
        await System.Terminate().WaitAsync(Patience);
        Assert.Equal(["next"], _log);
    }

    [Fact]
    public async Task It_can_begin_with_a_later_phase()
    {
        Add(CoordinatedShutdown.PhaseServiceUnbind, "skipped");
        Add(CoordinatedShutdown.PhaseServiceStop, "next");
        await CoordinatedShutdown.Get(System)
            .Run(CoordinatedShutdown.UnknownReason.Instance, CoordinatedShutdown.PhaseServiceStop).WaitAsync(Patience);
        Assert.Equal(["next"], _log);
    }

    [Fact]
    public void An_unknown_phase_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Add("no-such-phase", "x"));

    [Fact]
    public async Task An_actor_of_a_system_that_has_ended_is_not_made()
    {
        await System.Terminate().WaitAsync(Patience);
        Assert.Throws<InvalidOperationException>(() => System.ActorOf(Of(() => new Reporter(ActorRefs.Nobody))));
    }

    private void Add(string phase, string name) => CoordinatedShutdown.Get(System).AddTask(phase, name, () =>
    {
        _log.Enqueue(name);
        return Task.FromResult(Done.Instance);
    });

    private sealed class Stopping(Action stopped) : UntypedActor
    {
        protected override void PostStop() => stopped();

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
