using System.Globalization;
using Microsoft.Extensions.Logging;
using TelephonyActors.Scenarios.Ladders;
using TelephonyActors.Scenarios.Loading;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.Sessions.Exporting;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Verifying;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Host.Sessions;

/// <summary>What the verbs about sessions do; each returns the exit status.</summary>
internal static class SessionVerbs
{
    // A rule that has changed differs everywhere; who mends it reads the first ones.
    private const int MostLadders = 3;
    private const int MostDivergences = 1000;

    public static int Record(IReadOnlyList<string> paths, ScenarioFormat format, string name, string connectionString, StandardStreams streams) => Guarded(streams, () =>
    {
        using var session = NewSession.Open(name, connectionString);
        return RunScenarios.Run(paths, format, streams.Output, streams.Error, streams.Colour, session.Record);
    });

    /// <summary>Loads a switch that is recorded.</summary>
    public static int Record(LoadOptions options, LoadOutputs outputs, ILoggerFactory log, string name, string connectionString, StandardStreams streams, CancellationToken cancellation) => GuardedAsync(streams, async () =>
    {
        using var session = NewSession.Open(name, connectionString);
        SessionRecording? recording = null;
        var status = await Load.Run(
            options with { IsRecorded = true },
            outputs,
            async plan =>
            {
                recording = session.Record(plan);
                var running = await RunningSwitch.Start(plan, log, new RunningRecording(recording, akka => akka.WithSessionRecording(session.Database, recording)));
                try
                {
                    await recording.OpenAsync();
                    return running;
                }
                catch (SessionDatabaseException)
                {
                    await running.DisposeAsync();
                    throw;
                }
            },
            cancellation);
        return recording is { Failed: { IsCompleted: true } failed } ? throw await failed : status;
    }).GetAwaiter().GetResult();

    public static int List(string connectionString, StandardStreams streams) => Guarded(streams, () =>
    {
        foreach (var session in SessionDatabase.Of(connectionString).List())
        {
            streams.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{session.Name}  {Counted(session.Runs, "run")}  {session.Bytes / 1024.0:0.0} KB  {Time(session.Begun)} to {Time(session.Ended)}"));
        }

        return ExitStatus.Well;
    });

    public static int Show(string name, string connectionString, StandardStreams streams) => Guarded(streams, () =>
    {
        var summary = new SessionShow(streams.Output);
        foreach (var item in Items(name, connectionString)) summary.Add(item);
        summary.Finish();
        return ExitStatus.Well;
    });

    public static int Export(string name, string connectionString, StandardStreams streams) => Guarded(streams, () =>
    {
        var run = 0;
        foreach (var item in Items(name, connectionString))
        {
            if (item is SessionItem.Run(var header))
            {
                run = header.Run;
                streams.Output.WriteLine(SessionJson.Write(name, header));
            }
            else if (item is SessionItem.Record(var record)) streams.Output.WriteLine(SessionJson.Write(run, record));
        }

        return ExitStatus.Well;
    });

    public static int Import(string file, string connectionString, StandardStreams streams) => Guarded(streams, () =>
    {
        if (!File.Exists(file))
        {
            streams.Error.WriteLine($"{file}: there is no such file; allowed is what 'sessions export' writes");
            return ExitStatus.BadInput;
        }

        var database = SessionDatabase.Of(connectionString);
        database.Prepare(RecordingHosting.Fsync);
        var (session, runs, records) = SessionImport.RunAsync(database, file, File.ReadLines(file)).GetAwaiter().GetResult();
        streams.Output.WriteLine($"{session}: {Counted(runs, "run")}, {Counted(records, "input")} imported");
        return ExitStatus.Well;
    });

    public static int Delete(string name, string connectionString, StandardStreams streams) => Guarded(streams, () =>
    {
        Existing(name, connectionString).Delete(name);
        return ExitStatus.Well;
    });

    public static int Replay(
        string name, string connectionString, double speed, bool jsonl, StandardStreams streams, CancellationToken cancellation) => Guarded(streams, () =>
    {
        IReplayReport report = jsonl ? new JsonlReplay(streams.Output) : new LadderReplay(streams.Output, streams.Colour);
        var replay = new SessionReplay(report, new ReplayPace(TimeProvider.System, speed));
        var database = Existing(name, connectionString);
        try
        {
            ReplayProgress.Show(database, name, streams, printsMeanwhile: true, items => replay.PlayAsync(items, cancellation).GetAwaiter().GetResult());
            return ExitStatus.Well;
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException($"the replay of session {name} was interrupted before its end");
        }
        finally
        {
            (report as LadderReplay)?.Finish();
        }
    });

    public static int Verify(string name, string connectionString, StandardStreams streams, CancellationToken cancellation) => Guarded(streams, () =>
    {
        var verifier = new SessionVerifier();
        var found = 0;
        using var findings = new StringWriter { NewLine = "\n" };
        var database = Existing(name, connectionString);
        try
        {
            ReplayProgress.Show(database, name, streams, printsMeanwhile: false, items =>
            {
                foreach (var divergence in verifier.Verify(Until(items, cancellation)))
                {
                    if (found++ < MostDivergences) Tell(name, divergence, drawn: found <= MostLadders, findings, streams.Colour);
                }
            });
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(
                $"verifying session {name} was interrupted after {Counted(verifier.Records, "input")} with {Counted(found, "difference")}");
        }
        finally
        {
            streams.Output.Write(findings.ToString());
        }

        if (found > MostDivergences) streams.Output.WriteLine($"... and {found - MostDivergences} more");
        streams.Output.WriteLine($"{Counted(verifier.Runs, "run")}, {Counted(verifier.Records, "input")} verified, {Counted(found, "difference")}");
        return found == 0 ? ExitStatus.Well : ExitStatus.NotAsExpected;
    });

    private static void Tell(string session, Divergence divergence, bool drawn, StringWriter findings, bool colour)
    {
        findings.WriteLine($"session {session}, run {divergence.Run.Run} ({divergence.Run.Name}), {divergence.Entity}, position {divergence.Position}:");
        foreach (var difference in divergence.Differences) findings.WriteLine($"  {difference}");
        if (!drawn) return;
        foreach (var line in LadderDrawing.Draw(DivergenceChart.Of(divergence))) line.Write(findings, colour);
        findings.WriteLine();
    }

    private static IEnumerable<SessionItem> Until(IEnumerable<SessionItem> items, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    private static IEnumerable<SessionItem> Items(string name, string connectionString) => Ahead.Of(SessionReader.Read(Existing(name, connectionString), name));

    private static SessionDatabase Existing(string name, string connectionString)
    {
        var database = SessionDatabase.Of(connectionString);
        return database.Has(name) ? database : throw new SessionDatabaseException($"there is no session {name} in {database.Name}; 'sessions list' lists those that are");
    }

    private static string Counted(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int Guarded(StandardStreams streams, Func<int> act) => GuardedAsync(streams, () => Task.FromResult(act())).GetAwaiter().GetResult();

    private static async Task<int> GuardedAsync(StandardStreams streams, Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception refused) when (refused is SessionDatabaseException or BadExportException)
        {
            return Say(streams, refused, ExitStatus.BadInput);
        }
        catch (Exception failed) when (failed is RecordingFailedException or DamagedRecordException or OperationCanceledException)
        {
            return Say(streams, failed, ExitStatus.NotAsExpected);
        }
    }

    private static int Say(StandardStreams streams, Exception what, int status)
    {
        streams.Output.Flush();
        streams.Error.WriteLine(what.Message);
        return status;
    }
}
