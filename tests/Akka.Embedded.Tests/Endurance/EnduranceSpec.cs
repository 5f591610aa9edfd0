using Akka.Actor;
using Akka.Embedded.Tests.Actors;

namespace Akka.Embedded.Tests.Endurance;

/// <summary>A test that runs alone, since it looks at the memory of the whole process or loads all processors.</summary>
[Collection(Alone)]
public abstract class EnduranceSpec : Spec
{
    public const string Alone = "alone";

    /// <summary>How long a test waits for what must come, before it gives up; nothing is measured against it.</summary>
    protected static TimeSpan LongPatience { get; } = TimeSpan.FromMinutes(10);

    /// <summary>So many where LONG_TESTS=1, else a part of it.</summary>
    protected static int Full(int full, int part) => Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? full : part;

    /// <summary>What a run leaves in memory. A first one of another size has made all that is made once.</summary>
    protected static async Task<long> BytesLeftBy(int count, Func<int, Task> run)
    {
        await run(count / 10);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await run(count);
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    /// <summary>Tells an actor, and waits until it says that it is done.</summary>
    protected static Task Do(IActorRef actor, object order) => actor.Ask<Done>(order).WaitAsync(LongPatience);
}

[CollectionDefinition(EnduranceSpec.Alone, DisableParallelization = true)]
public sealed class RunsAlone;
