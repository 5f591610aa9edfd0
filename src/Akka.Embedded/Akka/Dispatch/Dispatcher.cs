using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The default dispatcher: turns on the ThreadPool, first come, first served.</summary>
public sealed class Dispatcher : MessageDispatcher
{
    private static readonly TimeSpan StallCheck = TimeSpan.FromMilliseconds(250);

    private readonly RunQueue _queue = new();

    internal Dispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator)
    {
        var watch = new Timer(static queue => ((RunQueue)queue).AddWorkerIfStalled(), _queue, StallCheck, StallCheck);
        SystemImpl.RegisterOnTermination(watch.Dispose);
    }

    internal override Turn BeginTurn() => Turn.Fair();

    // The ThreadPool needs no end, so nobody has to be counted.
    internal override void Register()
    {
    }

    internal override void Unregister()
    {
    }

    protected override void ExecuteTask(IRunnable run) => _queue.Enqueue(run);

    protected override void Shutdown()
    {
    }
}

/// <summary>Makes the default dispatcher.</summary>
public sealed class DispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly Dispatcher _instance;

    public DispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _instance = new Dispatcher(this);

    public override MessageDispatcher Dispatcher() => _instance;
}
