using TelephonyActors.Host;

using var streams = StandardStreams.OfProcess();
try
{
    return await new CommandLine(streams).InvokeAsync(args);
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
{
    streams.Output.Flush();
    streams.Error.WriteLine(failure.Message);
    return ExitStatus.NotAsExpected;
}
catch (Exception failure)
{
    // Nothing a user does wrong ends here: it is the emulator's own mistake, and whoever mends it needs the trace.
    streams.Output.Flush();
    using var log = HostLog.Create();
    log.Fatal(failure, "The emulator failed.");
    return ExitStatus.NotAsExpected;
}
