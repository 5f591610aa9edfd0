using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;

namespace TelephonyActors.Sessions.Journal;

/// <summary>A message from one entity to another that has been sent and not been handled.</summary>
/// <param name="Number">From 0, in the order of sending within the run.</param>
/// <param name="Content">What the other entity is told: CallInput, DnInput, LineInput, DialOrder or CallFact.</param>
/// <param name="Target">Whom: a ConnID, the number of a DN or of a line; empty: whoever creates calls, or call monitoring.</param>
internal readonly record struct Message(long Number, object Content, object Target);

/// <summary>
/// The messages on the way between entities. A message stands in the journal once, among the outputs of who sent it; the record of
/// who handles it names its number.
/// </summary>
/// <param name="writes">Whether messages are found by what they say.</param>
/// <param name="reads">Whether messages are found by their number.</param>
/// <param name="byTarget">Whether messages are found by their target.</param>
internal sealed class InFlight(bool writes, bool reads, bool byTarget = false)
{
    private readonly Dictionary<object, Message> _byContent = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, Message> _byNumber = [];
    private readonly Dictionary<(object Target, object? Key), List<Message>>? _byTarget = byTarget ? [] : null;

    /// <summary>The number of the next message.</summary>
    public long Next { get; private set; }

    public int Count => writes ? _byContent.Count : _byNumber.Count;

    /// <summary>The messages, in the order of sending.</summary>
    public IEnumerable<Message> InOrder => _byContent.Values.OrderBy(message => message.Number);

    /// <summary>Takes over messages that were on the way at the moment of a snapshot.</summary>
    public void Restore(IEnumerable<Message> messages, long next)
    {
        foreach (var message in messages) Add(message);
        Next = next;
    }

    /// <summary>An entity has decided this; messages among it are on the way from now on.</summary>
    /// <param name="output">One output.</param>
    /// <param name="self">The entity, where it may tell itself something.</param>
    public void Send(object output, object self)
    {
        switch (output)
        {
            case CallOutput.ToDn to: Add(to.Input, to.Dn); break;
            case CallOutput.Publish publish: Add(publish.Fact, ""); break;
            case CallOutput.ToLine to: Add(to.Input, to.Line); break;
            case CallOutput.ToCall to: Add(to.Input, to.ConnID); break;
            case CallOutput.Dial dial: Add(dial.Order, ""); break;
            case DnOutput.ToCall to: Add(to.Input, to.ConnID); break;
            case DnOutput.Dial dial: Add(dial.Order, ""); break;
            case DnOutput.ToLine to: Add(to.Input, to.Line); break;
            case DnOutput.Arm arm when arm.After == TimeSpan.Zero: Add(arm.Input, self); break;
            case LineOutput.ToDn to: Add(to.Input, to.Dn); break;
            case LineOutput.ToCall to: Add(to.Input, to.ConnID); break;
        }
    }

    /// <summary>Whether an input is a message, which has arrived by that.</summary>
    public bool TryArrive(object? input, out long number)
    {
        number = 0;
        if (ContentOf(input) is not { } content || !_byContent.Remove(content, out var message)) return false;
        number = message.Number;
        if (reads) _byNumber.Remove(number);
        if (_byTarget is null) return true;
        var key = KeyOf(message.Target, message.Content);
        var messages = _byTarget[key];
        messages.Remove(message);
        if (messages.Count == 0) _byTarget.Remove(key);
        return true;
    }

    /// <summary>The message of a number, which has arrived by that; null: there is none.</summary>
    public Message? Arrive(long number)
    {
        if (!_byNumber.Remove(number, out var message)) return null;
        if (writes) _byContent.Remove(message.Content);
        return message;
    }

    /// <summary>The oldest message to a target that says the same; null: there is none. Only where messages are kept by target.</summary>
    public T? Find<T>(object target, T content, Wire.Codec<T> codec)
        where T : class
    {
        foreach (var message in _byTarget!.GetValueOrDefault(KeyOf(target, content)) ?? [])
            if (message.Content is T sent && codec.Same(sent, content)) return sent;
        return null;
    }

    /// <summary>What travels of an input; null: it is one that nobody sends.</summary>
    public static object? ContentOf(object? input) => input switch
    {
        CallInput.Dialed dialed => dialed.Order,
        MonitorInput.Published published => published.Fact,
        StrayInput stray => stray.Input,
        _ => input,
    };

    private void Add(object content, object target) => Add(new Message(Next++, content, target));

    private void Add(Message message)
    {
        if (writes) _byContent[message.Content] = message;
        if (reads) _byNumber[message.Number] = message;
        if (_byTarget is null) return;
        var key = KeyOf(message.Target, message.Content);
        if (!_byTarget.TryGetValue(key, out var messages)) _byTarget[key] = messages = [];
        messages.Add(message);
    }

    // Calls come and go, the others are told of all of them: where messages never arrive, as in a file whose order was changed, looking
    // through all that one of them was ever told would take the square of the time.
    private static (object Target, object? Key) KeyOf(object target, object content) => (target, content switch
    {
        CallFact fact => fact.Event.ConnID,
        DialOrder order => (order.Caller, order.Attempt),
        DnInput.Noticed noticed => noticed.Event.ConnID,
        DnInput.Offered offered => offered.Ringing.ConnID,
        LineInput input => input,
        _ => null,
    });
}
