using System.Collections.Immutable;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The orderly end of an actor system: phases that depend on each other, and tasks in them. The tasks of a phase run at
/// once; the next phase begins when all are done, or the phase's time is over.
/// </summary>
public sealed partial class CoordinatedShutdown : IExtension
{
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";
    public const string PhaseServiceUnbind = "service-unbind";
    public const string PhaseServiceRequestsDone = "service-requests-done";
    public const string PhaseServiceStop = "service-stop";
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";
    public const string PhaseClusterLeave = "cluster-leave";
    public const string PhaseClusterExiting = "cluster-exiting";
    public const string PhaseClusterExitingDone = "cluster-exiting-done";
    public const string PhaseClusterShutdown = "cluster-shutdown";
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly IReadOnlyDictionary<string, ShutdownPhase> _phases;
    private readonly IReadOnlyList<string> _order;
    private readonly ILoggingAdapter _log;
    private readonly TaskCompletionSource<Done> _done = new();
    private ImmutableDictionary<string, ImmutableList<(string Name, Func<Task<Done>> Task)>> _tasks =
        ImmutableDictionary<string, ImmutableList<(string, Func<Task<Done>>)>>.Empty;

    private Reason _reason;

    internal CoordinatedShutdown(ExtendedActorSystem system, IReadOnlyDictionary<string, ShutdownPhase> phases)
    {
        System = system;
        _phases = phases;
        _order = ShutdownPhase.Sort(phases);
        _log = Logging.GetLogger(system, GetType());
    }

    public ExtendedActorSystem System { get; }

    /// <summary>Why the system ends; null while it does not.</summary>
    public Reason ShutdownReason => _reason;

    public TimeSpan TotalTimeout => _tasks.Keys.Aggregate(TimeSpan.Zero, (sum, phase) => sum + Timeout(phase));

    public static CoordinatedShutdown Get(ActorSystem sys) => sys.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>();

    public TimeSpan Timeout(string phase) =>
        _phases.TryGetValue(phase, out var found)
            ? found.Timeout
            : throw new ArgumentException($"Unknown phase [{phase}]. All phases must be defined in configuration.");

    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (!_order.Contains(phase))
        {
            throw new ConfigurationException(
                $"Unknown phase [{phase}], known phases [{string.Join(",", _order)}]. " +
                "All phases (along with their optional dependencies) must be defined in configuration.");
        }

        ImmutableInterlocked.AddOrUpdate(ref _tasks, phase, _ => [(taskName, task)], (_, tasks) => tasks.Add((taskName, task)));
    }

    /// <summary>Runs all phases, or those from one on. Only the first call does; the others get the same task.</summary>
    public Task<Done> Run(Reason reason, string fromPhase = null)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
        {
            var phases = fromPhase is null ? _order : _order.SkipWhile(p => p != fromPhase).ToArray();
            RunPhases(phases, 0, TaskScheduler.Current);
        }

        return _done.Task;
    }

    // Continuations run where the task before them ended, or where the caller's task scheduler wants them: a simulation
    // that owns the only thread must see all of it.
    private void RunPhases(IReadOnlyList<string> phases, int index, TaskScheduler scheduler)
    {
        for (; index < phases.Count; index++)
        {
            var result = RunPhase(phases[index], scheduler);
            if (result.IsCompletedSuccessfully)
                continue;

            var next = index + 1;
            Continue(result, scheduler, t =>
            {
                if (t.IsCompletedSuccessfully)
                    RunPhases(phases, next, scheduler);
                else
                    _done.TrySetException(t.Exception?.Flatten().InnerExceptions ?? [new TaskCanceledException(t)]);
            });
            return;
        }

        _done.TrySetResult(Done.Instance);
    }

    private Task<Done> RunPhase(string phase, TaskScheduler scheduler)
    {
        if (!_tasks.TryGetValue(phase, out var tasks))
            return Task.FromResult(Done.Instance);

        _log.Debug("Performing phase [{0}] with [{1}] tasks.", phase, tasks.Count);
        var settings = _phases.TryGetValue(phase, out var found) ? found : ShutdownPhase.Default;
        var result = new TaskCompletionSource<Done>();
        var clock = System.Scheduler;
        var deadline = clock.MonotonicClock + settings.Timeout;
        var timeout = new Cancelable(clock.Advanced);
        // Armed before the tasks begin: the last of them may shut the scheduler down before they have all returned.
        clock.Advanced.ScheduleOnce(settings.Timeout, () =>
        {
            // A scheduler that is shut down runs what is armed, long before it is due.
            if (phase != PhaseActorSystemTerminate || clock.MonotonicClock >= deadline)
                TimeOut(result, phase, settings);
        }, timeout);

        var all = Task.WhenAll(tasks.Select(t => RunTask(t.Name, t.Task, phase, settings.Recover, scheduler)));
        Continue(all, scheduler, t =>
        {
            timeout.Cancel();
            if (t.IsCompletedSuccessfully)
                result.TrySetResult(Done.Instance);
            else
                result.TrySetException(t.Exception?.Flatten().InnerExceptions ?? [new TaskCanceledException(t)]);
        });
        return result.Task;
    }

    private Task RunTask(string name, Func<Task<Done>> start, string phase, bool recover, TaskScheduler scheduler)
    {
        Task task;
        try
        {
            task = start();
        }
        catch (Exception e)
        {
            task = Task.FromException(e);
        }

        return !recover ? task : task.ContinueWith(
            t =>
            {
                if (!t.IsCompletedSuccessfully)
                    _log.Warning("Task [{0}] failed in phase [{1}]: {2}", name, phase, t.Exception?.Flatten().Message);
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, scheduler);
    }

    private void TimeOut(TaskCompletionSource<Done> result, string phase, ShutdownPhase settings)
    {
        if (settings.Recover)
        {
            _log.Warning("Coordinated shutdown phase [{0}] timed out after {1}", phase, settings.Timeout);
            result.TrySetResult(Done.Instance);
        }
        else
        {
            result.TrySetException(new TimeoutException($"Coordinated shutdown phase[{phase}] timed out after {settings.Timeout}"));
        }
    }

    private static void Continue(Task task, TaskScheduler scheduler, Action<Task> next) =>
        task.ContinueWith(next, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, scheduler);
}
