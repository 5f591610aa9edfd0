using System.Collections.Concurrent;

namespace TelephonyActors.Sessions.Replaying;

/// <summary>Reads ahead on a thread of its own, while what was read is played or verified.</summary>
public static class Ahead
{
    private const int ItemsPerChunk = 2000;
    private const int Chunks = 8;

    /// <summary>The items, in their order; what reading them throws is thrown in its place.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        using var chunks = new BlockingCollection<List<T>>(Chunks);
        using var left = new CancellationTokenSource();
        var reading = Task.Factory.StartNew(() => Read(items, chunks, left.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var chunk in chunks.GetConsumingEnumerable())
                foreach (var item in chunk) yield return item;
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            left.Cancel();
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Read<T>(IEnumerable<T> items, BlockingCollection<List<T>> chunks, CancellationToken left)
    {
        var chunk = new List<T>(ItemsPerChunk);
        try
        {
            // What precedes something that cannot be read is passed on all the same.
            try
            {
                foreach (var item in items)
                {
                    chunk.Add(item);
                    if (chunk.Count < ItemsPerChunk) continue;
                    chunks.Add(chunk, left);
                    chunk = new List<T>(ItemsPerChunk);
                }
            }
            finally
            {
                chunks.Add(chunk, left);
            }
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // Nobody wants the rest.
        }
        finally
        {
            chunks.CompleteAdding();
        }
    }
}
