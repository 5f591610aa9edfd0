namespace Akka.Actor.Internal;

/// <summary>What is to be done at the end of an actor system.</summary>
internal sealed class TerminationCallbacks
{
    private readonly TaskCompletionSource _terminated = new();
    private Stack<Action> _callbacks = new();

    public Task Task => _terminated.Task;

    public void Add(Action code)
    {
        lock (_terminated)
        {
            if (_callbacks is null)
                throw new InvalidOperationException("ActorSystem already terminated.");
            _callbacks.Push(code);
        }
    }

    public void Run()
    {
        Stack<Action> callbacks;
        lock (_terminated)
        {
            callbacks = _callbacks;
            _callbacks = null;
        }

        if (callbacks is null)
            return;
        foreach (var callback in callbacks)
        {
            try
            {
                callback();
            }
            catch
            {
                // The end of the system does not depend on those who want to hear of it.
            }
        }

        _terminated.TrySetResult();
    }
}
