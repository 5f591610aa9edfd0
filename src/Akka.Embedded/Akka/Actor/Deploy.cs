namespace Akka.Actor;

/// <summary>Where and how an actor runs: here, its dispatcher.</summary>
public class Deploy
{
    public static readonly string NoDispatcherGiven = string.Empty;
    public static readonly Deploy None = new();

    public string Dispatcher { get; private init; } = NoDispatcherGiven;

    public virtual Deploy WithDispatcher(string dispatcher) => new() { Dispatcher = dispatcher };

    /// <summary>This, and what it leaves open from <paramref name="other"/>.</summary>
    public virtual Deploy WithFallback(Deploy other) =>
        new() { Dispatcher = Dispatcher == NoDispatcherGiven ? other.Dispatcher : Dispatcher };
}
