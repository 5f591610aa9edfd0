namespace Akka.Dispatch;

/// <summary>A piece of work for a dispatcher or a scheduler.</summary>
public interface IRunnable : IThreadPoolWorkItem
{
    void Run();
}

/// <summary>An action as a piece of work.</summary>
public sealed class ActionRunnable(Action action) : IRunnable
{
    public void Run() => action();

    public void Execute() => action();
}
