using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What a test actor does with each message before the test sees it.</summary>
public abstract class AutoPilot
{
    /// <summary>Handles a message.</summary>
    /// <returns>The auto-pilot for the next one; <see cref="KeepRunning"/> is this one.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}

/// <summary>Does nothing.</summary>
public sealed class NoAutoPilot : AutoPilot
{
    /// <summary>The only one.</summary>
    public static readonly NoAutoPilot Instance = new();

    private NoAutoPilot()
    {
    }

    /// <inheritdoc />
    public override AutoPilot Run(IActorRef sender, object message) => this;
}

/// <summary>What an auto-pilot returns to stay.</summary>
public sealed class KeepRunning : AutoPilot
{
    /// <summary>The only one.</summary>
    public static readonly KeepRunning Instance = new();

    private KeepRunning()
    {
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override AutoPilot Run(IActorRef sender, object message)
        => throw new InvalidOperationException($"{nameof(KeepRunning)} stands for another auto-pilot.");
}

/// <summary>What an auto-pilot does.</summary>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);

/// <summary>Does what a delegate does.</summary>
public sealed class DelegateAutoPilot : AutoPilot
{
    private readonly AutoPilotDelegate _run;

    /// <summary>An auto-pilot.</summary>
    public DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate) => _run = autoPilotDelegate;

    /// <inheritdoc />
    public override AutoPilot Run(IActorRef sender, object message) => _run(sender, message);
}
