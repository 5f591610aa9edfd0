using Akka.Actor;

namespace Akka.Persistence;

/// <summary>
/// The stash that a persistent actor sees. What it gives back must not overtake the messages that wait until events are
/// persisted, nor come after them: it goes before them into the stash where they wait.
/// </summary>
internal sealed class EventsourcedStash(IStash own, ActorStash waiting) : IStash
{
    public int Count => own.Count;
    public bool IsEmpty => own.IsEmpty;
    public bool NonEmpty => own.NonEmpty;

    public void Stash() => own.Stash();

    public void Unstash() => own.Unstash();

    public void UnstashAll() => waiting.Prepend(own.ClearStash());

    public void UnstashAll(Func<Envelope, bool> predicate) => own.UnstashAll(predicate);

    public IEnumerable<Envelope> ClearStash() => own.ClearStash();

    public void Prepend(IEnumerable<Envelope> envelopes) => own.Prepend(envelopes);
}
