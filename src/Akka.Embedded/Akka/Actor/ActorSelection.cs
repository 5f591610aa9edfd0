using System.IO.Enumeration;

namespace Akka.Actor;

/// <summary>Actors by their place: an anchor and a path from there, with <c>..</c>, <c>*</c> and <c>?</c>.</summary>
public class ActorSelection : ICanTell
{
    private readonly string[] _path;

    public ActorSelection(IActorRef anchor, string path)
        : this(anchor, path.Split('/'))
    {
    }

    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
    {
        Anchor = anchor;
        _path = elements.Where(static e => !string.IsNullOrEmpty(e)).ToArray();
    }

    public IActorRef Anchor { get; }

    public string PathString => "/" + string.Join("/", _path);

    public void Tell(object message, IActorRef sender = null) =>
        Deliver((IInternalActorRef)Anchor, new ActorSelectionMessage(message, _path), sender ?? ActorCell.Current);

    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <summary>The one actor at the place.</summary>
    /// <exception cref="ActorNotFoundException">There is none, or it did not answer in time.</exception>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(null), timeout, ct).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException("subject was null");
        }
        catch (Exception e)
        {
            throw new ActorNotFoundException("Exception occurred while resolving ActorSelection", e);
        }
    }

    public override bool Equals(object obj) =>
        obj is ActorSelection other && Equals(Anchor, other.Anchor) && PathString == other.PathString;

    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    public override string ToString() => $"ActorSelection[Anchor({Anchor}), Path({PathString})]";

    internal static void Deliver(IInternalActorRef target, ActorSelectionMessage selection, IActorRef sender)
    {
        for (var i = 0; i < selection.Elements.Length; i++)
        {
            if (target is not ActorCell cell)
            {
                target.Tell(selection.From(i, selection.WildCardFanOut), sender);
                return;
            }

            var element = selection.Elements[i];
            if (element.AsSpan().IndexOfAny('*', '?') >= 0)
            {
                FanOut(cell, element, selection.From(i + 1, true), sender);
                return;
            }

            var next = element == ".." ? cell.Parent : cell.GetSingleChild(element);
            if (next.IsNobody())
            {
                var empty = new EmptyLocalActorRef(cell.Provider, cell.Path / selection.Elements.Skip(i), cell.System.EventStream);
                empty.Tell(selection.From(selection.Elements.Length, selection.WildCardFanOut), sender);
                return;
            }

            target = next;
        }

        target.Tell(selection.Message, sender);
    }

    private static void FanOut(ActorCell parent, string pattern, ActorSelectionMessage rest, IActorRef sender)
    {
        foreach (var child in parent.GetChildren())
        {
            if (FileSystemName.MatchesSimpleExpression(pattern, child.Path.Name, ignoreCase: false))
                Deliver((IInternalActorRef)child, rest, sender);
        }
    }
}

/// <summary>A message on its way to a selection.</summary>
internal sealed class ActorSelectionMessage(object message, string[] elements, bool wildCardFanOut = false)
    : IAutoReceivedMessage, IPossiblyHarmful, IWrappedMessage
{
    public object Message => message;
    public string[] Elements => elements;
    public bool WildCardFanOut => wildCardFanOut;

    public ActorSelectionMessage From(int index, bool fanOut) => new(message, elements[index..], fanOut);
}

/// <summary>Makes selections of texts and paths.</summary>
public static class ActorRefFactoryShared
{
    public static ActorSelection ActorSelection(ActorPath actorPath, ActorSystem system) =>
        new(((ExtendedActorSystem)system).Provider.RootGuardianAt(actorPath.Address), actorPath.Elements);

    public static ActorSelection ActorSelection(string path, ActorSystem system, IActorRef lookupRoot)
    {
        if (string.IsNullOrEmpty(path))
            return new ActorSelection(system.DeadLetters, "");
        if (path[0] == '/')
            return new ActorSelection(((ExtendedActorSystem)system).LookupRoot, path);
        if (!path.Contains("://", StringComparison.Ordinal))
            return new ActorSelection(lookupRoot, path);
        return ActorPath.TryParse(path, out var parsed)
            ? ActorSelection(parsed, system)
            : new ActorSelection(system.DeadLetters, "");
    }
}
