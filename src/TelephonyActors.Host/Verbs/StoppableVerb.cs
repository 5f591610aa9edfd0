using System.CommandLine;

namespace TelephonyActors.Host.Verbs;

/// <summary>A verb that SIGTERM and Ctrl-C stop in order.</summary>
internal static class StoppableVerb
{
    /// <summary>
    /// Has the command line cancel a token at the first signal, from the beginning of the verb to its end; a second one changes nothing.
    /// A verb that has not returned its task yet would be cut off instead, so it runs on a thread of its own.
    /// </summary>
    public static void SetStoppableAction(this Command verb, Func<ParseResult, CancellationToken, int> act) =>
        verb.SetAction((parsed, stop) => Task.Factory.StartNew(
            () => act(parsed, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
}
