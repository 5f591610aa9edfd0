namespace TelephonyActors.Scenarios.Exploring;

/// <summary>
/// The verb explore: runs of random requests that meet each other on a deterministic scheduler, one interleaving for each seed, every
/// event checked (contract, chapter 4).
/// </summary>
public static class Explore
{
    /// <summary>Explores.</summary>
    /// <param name="options">What; its values are those the command line allows.</param>
    /// <param name="output">Results: the summary, or the one run that was asked for.</param>
    /// <param name="error">With JSON on <paramref name="output"/>, where the shortest failing interleaving goes.</param>
    /// <param name="colour">Whether <paramref name="output"/> shows colours.</param>
    /// <returns>The exit status: 0 no violation; 1 some.</returns>
    public static int Run(ExploreOptions options, TextWriter output, TextWriter error, bool colour)
    {
        if (options.PrintsOneSeed && !options.Json) return PrintSeed(options, output, error, colour);

        var explored = Explorer.Run(options.PrintsOneSeed ? options with { Seeds = 1 } : options);
        if (options.Json) ExploreReport.WriteJson(explored, output);
        else ExploreReport.WriteText(explored, options, output);
        if (explored.First is not var (seed, _)) return 0;

        using var system = new ExploredSystem();
        PrintShortest(system, options with { FirstSeed = seed }, options.Json ? error : output, colour && !options.Json);
        return 1;
    }

    private static int PrintSeed(ExploreOptions options, TextWriter output, TextWriter error, bool colour)
    {
        using var system = new ExploredSystem();
        var log = new RunLog();
        var seed = options.FirstSeed;
        var result = SeedRun.OfSeed(system, options, seed, Explorer.ChoiceOf(seed), new Tally(), log);
        ExploreReport.WriteRun(log, options, Title(options, result.Failure), output, colour);
        if (result.Failure is not { } failure) return 0;

        output.Flush();
        error.WriteLine(FormattableString.Invariant($"seed {seed}: {failure}"));
        return 1;
    }

    private static void PrintShortest(ExploredSystem system, ExploreOptions options, TextWriter output, bool colour)
    {
        var (shortest, failure) = Shrinker.Shrink(system, options, options.FirstSeed);
        var log = new RunLog();
        SeedRun.OfMoves(system, options, shortest.Seed, shortest.Moves, Simulating.Choice.Replayed(shortest.Choices), new Tally(), log);
        var requests = shortest.Moves.Count(move => move.Move.Counts);
        output.WriteLine();
        ExploreReport.WriteRun(
            log, options, FormattableString.Invariant($"Seed {shortest.Seed}, shortened to {requests} requests: {failure}"), output, colour);
    }

    private static string Title(ExploreOptions options, Failure? failure) =>
        FormattableString.Invariant($"Seed {options.FirstSeed}: ") + (failure?.ToString() ?? "no violation");
}
