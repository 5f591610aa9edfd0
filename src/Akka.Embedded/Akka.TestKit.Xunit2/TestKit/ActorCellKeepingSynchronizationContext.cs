using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.TestKit;

/// <summary>Continues a test after an await with the same implicit sender, whatever thread it is on.</summary>
internal sealed class ActorCellKeepingSynchronizationContext(ActorCell cell) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object state)
        => ThreadPool.QueueUserWorkItem(_ => Run(d, state));

    public override void Send(SendOrPostCallback d, object state)
        => Task.Run(() => Run(d, state)).GetAwaiter().GetResult();

    private void Run(SendOrPostCallback d, object state)
    {
        var oldCell = InternalCurrentActorCellKeeper.Current;
        var oldContext = Current;
        SetSynchronizationContext(this);
        InternalCurrentActorCellKeeper.Current = cell;
        try
        {
            d(state);
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = oldCell;
            SetSynchronizationContext(oldContext);
        }
    }
}
