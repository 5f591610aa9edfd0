using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>Handles a message where it is sent, before Tell returns, unless another thread is at it.</summary>
public class CallingThreadDispatcher : MessageDispatcher
{
    [ThreadStatic]
    private static TaskCompletionSource _turn;

    /// <summary>A dispatcher.</summary>
    public CallingThreadDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator)
    {
    }

    /// <summary>Reports the end of the turn that runs on this thread: from then on messages are handled where they are sent.</summary>
    internal static void ReportEndOfTurn(TaskCompletionSource turn) => _turn = turn;

    /// <inheritdoc />
    protected override void ExecuteTask(IRunnable run)
    {
        var outer = _turn;
        _turn = null;
        run.Run();
        var turn = _turn;
        _turn = outer;
        turn?.TrySetResult();
    }

    /// <inheritdoc />
    protected override void Shutdown()
    {
    }
}

/// <summary>Makes such dispatchers.</summary>
public class CallingThreadDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly CallingThreadDispatcher _dispatcher;

    /// <summary>The configurator of an actor system.</summary>
    public CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
        => _dispatcher = new CallingThreadDispatcher(this);

    /// <inheritdoc />
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
