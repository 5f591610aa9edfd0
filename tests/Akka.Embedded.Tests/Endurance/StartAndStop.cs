using Akka.Actor;
using Akka.Configuration;
using Akka.Embedded.Tests.Actors;

namespace Akka.Embedded.Tests.Endurance;

/// <summary>
/// What this assembly does when it is run as a program: it starts an actor system, uses its dispatcher, its scheduler and Ask, ends
/// the system, and returns.
/// </summary>
public static class StartAndStop
{
    public const string Argument = "start-and-stop";
    public const string Stopped = "stopped";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [Argument])
            return 1;

        // The system ends, but the process is not told to.
        var system = ActorSystem.Create("program", ConfigurationFactory.ParseString("akka.coordinated-shutdown.exit-clr = off"));
        var echo = system.ActorOf(Props.CreateBy(new Producer<Echo>(() => new Echo())));
        using var never = new Cancelable(system.Scheduler);
        system.Scheduler.ScheduleTellRepeatedly(TimeSpan.FromHours(1), TimeSpan.FromHours(1), echo, "never", ActorRefs.NoSender, never);
        await echo.Ask<string>("hello", TimeSpan.FromMinutes(1));
        await system.Terminate();
        Console.WriteLine(Stopped);
        return 0;
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }
}
