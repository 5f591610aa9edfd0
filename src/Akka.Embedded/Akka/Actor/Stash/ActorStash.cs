using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>The stash of one actor, in front of its mailbox.</summary>
internal sealed class ActorStash(ActorCell cell) : IStash
{
    private LinkedList<Envelope> _stashed = [];

    public int Count => _stashed.Count;
    public bool IsEmpty => Count == 0;
    public bool NonEmpty => Count > 0;

    public void Stash()
    {
        var message = cell.CurrentMessage;
        if (!cell.TryMarkStashed())
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");
        _stashed.AddLast(new Envelope(message, cell.Sender));
    }

    public void Unstash()
    {
        if (_stashed.First is not { } first)
            return;
        _stashed.RemoveFirst();
        EnqueueFirst(first.Value);
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        var stashed = _stashed;
        if (stashed.Count == 0)
            return;
        _stashed = [];
        foreach (var envelope in stashed.Reverse().Where(predicate))
            EnqueueFirst(envelope);
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var stashed = _stashed;
        _stashed = [];
        return stashed;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Distinct().Reverse())
            _stashed.AddFirst(envelope);
    }

    private void EnqueueFirst(Envelope envelope)
    {
        cell.EnqueueFirst(new MessageNode(envelope.Message, envelope.Sender));

        // Unless it is expected, a Terminated would be taken for one that was unwatched on its way.
        if (envelope.Message is Terminated terminated)
            cell.TerminatedQueuedFor(terminated.ActorRef);
    }
}
