namespace Akka.Actor;

/// <summary>An actor that can put messages aside; the kernel gives it its stash after the constructor.</summary>
public interface IActorStash
{
    IStash Stash { get; set; }
}

/// <summary>An actor with a stash on whatever mailbox it has.</summary>
public interface IWithUnrestrictedStash : IActorStash;

/// <summary>An actor with a stash.</summary>
public interface IWithStash : IWithUnrestrictedStash;

/// <summary>An actor with a stash without limit.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash;

/// <summary>Messages put aside. They come back in order, before everything in the mailbox.</summary>
public interface IStash
{
    int Count { get; }
    bool IsEmpty { get; }
    bool NonEmpty { get; }

    /// <summary>Puts the message being handled aside.</summary>
    void Stash();

    /// <summary>Returns the oldest message to the front of the mailbox.</summary>
    void Unstash();

    /// <summary>Returns all messages to the front of the mailbox.</summary>
    void UnstashAll();

    /// <summary>Returns those that satisfy <paramref name="predicate"/>; the others are lost.</summary>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Empties the stash and returns what was in it.</summary>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts messages before those that are stashed.</summary>
    void Prepend(IEnumerable<Envelope> envelopes);
}
