using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// Invariant 7: EventSequenceNumber rises strictly within its source, which is one DN or one call's monitoring; answers to one
/// client alone have none (call models 0).
/// </summary>
internal struct SequenceRule
{
    private const int Remembered = 4096;

    private SmallMap<ConnID, NumberedCall, NumberedByConnID> _calls;

    // The call that has ended, or where there are several their queue.
    private object? _ended;

    public void Hear(StreamState state, TEvent heard, long position)
    {
        if (heard.Event.IsPrivate())
        {
            if (heard.EventSequenceNumber is not null) state.Report(7, position, $"{heard.Event} is an answer to one client and bears no EventSequenceNumber");
            return;
        }

        if (heard.EventSequenceNumber is not { } number)
        {
            state.Report(7, position, $"{heard.Event} bears no EventSequenceNumber");
            return;
        }

        if (number < 1) state.Report(7, position, $"EventSequenceNumber {number}: it counts from 1");
        else if (SourceOf(state, heard) is { } source) Hear(state, heard, source, number, position);
    }

    private NumberedSource? SourceOf(StreamState state, TEvent heard)
    {
        if (!heard.Event.IsMonitoring())
        {
            return heard.ThisDN is { } dn ? state.Numbered(dn) : null;
        }

        if (heard.ConnID is not { } connID) return null;
        if (heard.Event == EventName.EventCallDeleted) End(connID);
        if (_calls.Find(connID) is { } known) return known;
        var source = new NumberedCall(connID, state.Complete);
        _calls.Add(source);
        return source;
    }

    /// <summary>The source ends here; it is kept for a while, for what comes too late.</summary>
    private void End(ConnID connID)
    {
        if (_ended is null)
        {
            _ended = connID;
            return;
        }

        if (_ended is not Queue<ConnID> several) _ended = several = new Queue<ConnID>([(ConnID)_ended]);
        several.Enqueue(connID);
        if (several.Count > Remembered) _calls.Remove(several.Dequeue());
    }

    /// <summary>Every event was heard: nothing comes too late any more.</summary>
    public void AtRest()
    {
        if (_ended is ConnID one) _calls.Remove(one);
        if (_ended is Queue<ConnID> several)
            foreach (var connID in several) _calls.Remove(connID);
        _ended = null;
    }

    private static void Hear(StreamState state, TEvent heard, NumberedSource source, long number, long position)
    {
        if (number > source.Last)
        {
            source.Push(number, position);
            return;
        }

        var name = heard.Event.IsMonitoring() ? $"the monitoring of {heard.ConnID}" : $"DN {heard.ThisDN}";
        if (number > source.BeforeLast && source.Last > source.BeforeLast + 1 && !source.IsSwapped(number))
        {
            // Without its predecessor, which leaves a gap, the source rises: that one is out of place.
            state.Report(7, source.Position, $"EventSequenceNumber {source.Last} of {name} does not fit: {number} comes after it");
            source.Replace(number, position);
            return;
        }

        state.Report(7, position, $"EventSequenceNumber {number} of {name} does not rise: {source.Last} came before");
        if (!source.IsSwapped(number)) return;
        state.Swap(source.Position, position);
        source.PutRight(number, position);
    }
}
