using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Makes <see cref="CoordinatedShutdown"/>, with the tasks that it always has.</summary>
public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system)
    {
        var config = system.Settings.Config.GetConfig("akka.coordinated-shutdown");
        if (config.IsNullOrEmpty())
            throw new ConfigurationException("akka.coordinated-shutdown config cannot be empty");

        var shutdown = new CoordinatedShutdown(system, ShutdownPhase.FromConfig(config));
        var exits = config.GetBoolean("exit-clr");
        if (system.Settings.CoordinatedShutdownTerminateActorSystem || exits)
        {
            shutdown.AddTask(
                CoordinatedShutdown.PhaseActorSystemTerminate, "terminate-system", () => TerminateSystem(shutdown, exits));
        }

        if (config.GetBoolean("run-by-clr-shutdown-hook"))
            RunAtProcessExit(shutdown);
        return shutdown;
    }

    private static Task<Done> TerminateSystem(CoordinatedShutdown shutdown, bool exits)
    {
        var system = shutdown.System;
        var terminated = system.Settings.CoordinatedShutdownTerminateActorSystem ? system.FinalTerminate() : Task.CompletedTask;
        return terminated.ContinueWith(
            _ =>
            {
                // Within the hook the process exits anyway.
                if (exits && shutdown.ShutdownReason is not CoordinatedShutdown.ClrExitReason)
                    Environment.Exit(0);
                return Done.Instance;
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Current);
    }

    private static void RunAtProcessExit(CoordinatedShutdown shutdown)
    {
        var terminated = shutdown.System.WhenTerminated;
        AppDomain.CurrentDomain.ProcessExit += AtExit;
        terminated.ContinueWith(
            _ => AppDomain.CurrentDomain.ProcessExit -= AtExit,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        void AtExit(object sender, EventArgs e)
        {
            if (terminated.IsCompleted)
                return;
            try
            {
                shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance).Wait(shutdown.TotalTimeout);
            }
            catch (AggregateException)
            {
                // The process exits, whatever failed; the phases have logged it.
            }
        }
    }
}
