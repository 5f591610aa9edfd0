using System.Collections.Immutable;

namespace Akka.Persistence.Journal;

/// <summary>An event with words under which it can be found. Only the event itself is replayed.</summary>
public struct Tagged
{
    public Tagged(object payload, IEnumerable<string> tags)
    {
        Payload = payload;
        Tags = tags.ToImmutableHashSet();
    }

    public Tagged(object payload, IImmutableSet<string> tags)
    {
        Payload = payload;
        Tags = tags;
    }

    public object Payload { get; }

    public IImmutableSet<string> Tags { get; }
}
