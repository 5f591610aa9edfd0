using System.Runtime.ExceptionServices;

namespace TelephonyActors.Switch.Tests.Threads;

/// <summary>Runs things at the same time, each on a thread of its own, to their end.</summary>
internal static class SideBySide
{
    public static void Run(IEnumerable<Action> actions)
    {
        var failures = new List<Exception>();
        var threads = actions.Select(action => new Thread(() =>
        {
            try
            {
                action();
            }
            // A test's thread hands whatever went wrong to the test.
            catch (Exception failure)
            {
                lock (failures) failures.Add(failure);
            }
        }) { IsBackground = true }).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        if (failures.Count > 0) ExceptionDispatchInfo.Throw(failures[0]);
    }
}

internal static class Repeating
{
    public static void Times(this int count, Action action)
    {
        for (var round = 0; round < count; round++) action();
    }
}
