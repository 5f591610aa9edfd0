namespace Akka.Actor.Internal;

public sealed partial class ActorSystemImpl
{
    private Serialization.Serialization _serialization;

    // Most systems send their messages to nobody outside and never need one.
    public override Serialization.Serialization Serialization =>
        LazyInitializer.EnsureInitialized(ref _serialization, () => new Serialization.Serialization(this));
}
