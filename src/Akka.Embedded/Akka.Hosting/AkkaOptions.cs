#nullable enable

using System.Globalization;
using System.Text;

namespace Akka.Hosting;

/// <summary>How much of something.</summary>
public enum TriStateValue
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Everything.</summary>
    All,

    /// <summary>A certain number.</summary>
    Some,
}

/// <summary>How messages are logged that reached nobody.</summary>
public class DeadLetterOptions
{
    /// <summary>Which of them.</summary>
    public TriStateValue ShouldLog { get; set; } = TriStateValue.Some;

    /// <summary>How many of them, if some.</summary>
    public int LogCount { get; set; } = 10;

    /// <summary>Whether those are logged that come while the actor system ends.</summary>
    public bool? LogDuringShutdown { get; set; }

    /// <summary>After which time some more are logged; nothing or less is never.</summary>
    public TimeSpan? LogSuspendDuration { get; set; }

    /// <summary>The options as HOCON.</summary>
    public override string ToString() => new StringBuilder()
        .AppendOption("akka.log-dead-letters", ShouldLog switch
        {
            TriStateValue.All => "on",
            TriStateValue.None => "off",
            _ => LogCount.ToString(CultureInfo.InvariantCulture),
        })
        .AppendSwitch("akka.log-dead-letters-during-shutdown", LogDuringShutdown)
        .AppendOption("akka.log-dead-letters-suspend-duration", LogSuspendDuration is not { } duration ? null
            : duration <= TimeSpan.Zero ? "infinite"
            : duration.TotalMilliseconds.ToString(CultureInfo.InvariantCulture))
        .ToString();
}

/// <summary>What is logged at debug level.</summary>
public class DebugOptions
{
    /// <summary>Messages, by actors that log what they receive.</summary>
    public bool? Receive { get; set; }

    /// <summary>Messages that every actor understands, as a poison pill.</summary>
    public bool? AutoReceive { get; set; }

    /// <summary>Starts, stops and restarts of actors.</summary>
    public bool? LifeCycle { get; set; }

    /// <summary>Events, transitions and timers of state machines.</summary>
    public bool? FiniteStateMachine { get; set; }

    /// <summary>Subscriptions to the event stream.</summary>
    public bool? EventStream { get; set; }

    /// <summary>Messages that an actor did not handle.</summary>
    public bool? Unhandled { get; set; }

    /// <summary>Routers that cannot work as configured.</summary>
    public bool? RouterMisconfiguration { get; set; }

    /// <summary>The options as HOCON.</summary>
    public override string ToString() => new StringBuilder()
        .AppendSwitch("akka.actor.debug.receive", Receive)
        .AppendSwitch("akka.actor.debug.autoreceive", AutoReceive)
        .AppendSwitch("akka.actor.debug.lifecycle", LifeCycle)
        .AppendSwitch("akka.actor.debug.fsm", FiniteStateMachine)
        .AppendSwitch("akka.actor.debug.event-stream", EventStream)
        .AppendSwitch("akka.actor.debug.unhandled", Unhandled)
        .AppendSwitch("akka.actor.debug.router-misconfiguration", RouterMisconfiguration)
        .ToString();
}

internal static class HoconOptions
{
    /// <summary>Writes a line, unless there is nothing to say.</summary>
    public static StringBuilder AppendOption(this StringBuilder hocon, string path, string? value)
        => value == null ? hocon : hocon.Append(path).Append(" = ").AppendLine(value);

    public static StringBuilder AppendSwitch(this StringBuilder hocon, string path, bool? value)
        => value == null ? hocon : hocon.AppendOption(path, value.Value ? "on" : "off");
}
