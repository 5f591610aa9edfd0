namespace TelephonyActors.Scenarios.Simulating;

/// <summary>
/// Has continuations run on the simulation's thread. Akka.NET's bare continuations, those of its shutdown for one, take the
/// scheduler that is current where they are made.
/// </summary>
internal sealed class SimulationTaskScheduler(RunQueue queue) : TaskScheduler
{
    private int _thread;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs <paramref name="action"/> here and now, with this scheduler current and no synchronization context.</summary>
    public void Run(Action action)
    {
        var context = SynchronizationContext.Current;
        var outer = _thread;
        SynchronizationContext.SetSynchronizationContext(null);
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            var task = new Task(action);
            task.RunSynchronously(this);
            task.GetAwaiter().GetResult();
        }
        finally
        {
            _thread = outer;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Runs a task that was queued.</summary>
    public void Execute(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task) => queue.Add(task);

    // A thread outside that completes a task must leave its continuations to the simulation's thread.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        _thread == Environment.CurrentManagedThreadId && TryExecuteTask(task);

    protected override IEnumerable<Task>? GetScheduledTasks() => null;
}
