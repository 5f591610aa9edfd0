using System.Runtime.ExceptionServices;

namespace TelephonyActors.Switch.Tests.Threads;

/// <summary>Runs things at the same time, each on a thread of its own, to their end.</summary>
internal static class SideBySide
{
    /// <summary>How long a test waits for what must come, before it gives up; nothing is measured against it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static void Run(IEnumerable<Action> actions)
    {
        var failures = new List<Exception>();
        var threads = actions.Select(action => new Thread(() => Try(action, failures))).ToList();
        foreach (var thread in threads)
        {
            // A thread that never ends must not keep the test run from ending.
            thread.IsBackground = true;
            thread.Start();
        }

        foreach (var thread in threads) thread.Join();
        if (failures.Count > 0) ExceptionDispatchInfo.Throw(failures[0]);
    }

    private static void Try(Action action, List<Exception> failures)
    {
        try
        {
            action();
        }
        // Whatever went wrong on the thread is the test's to tell.
        catch (Exception failure)
        {
            lock (failures) failures.Add(failure);
        }
    }
}

internal static class Repeating
{
    public static void Times(this int count, Action action)
    {
        for (var round = 0; round < count; round++) action();
    }
}
