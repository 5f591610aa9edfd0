namespace Akka.Actor.Internal;

/// <summary>The actor that messages sent on this thread come from unless they say otherwise; for test kits.</summary>
public static class InternalCurrentActorCellKeeper
{
    public static ActorCell Current
    {
        get => ActorCell.Current;
        set => ActorCell.Current = value;
    }
}
