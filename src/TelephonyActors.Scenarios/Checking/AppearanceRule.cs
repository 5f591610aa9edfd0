using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>
/// Invariant 6: no two live calls of a line share an AppearanceIndex, and none exceeds its appearances. A call has one index as
/// long as a member of the line is in it; where two events of it differ, the lowest free index (call models 7) tells which is wrong.
/// </summary>
internal readonly struct AppearanceRule(StreamState state)
{
    /// <summary>What a phone tells before it has a call: seizing an appearance, going off hook for it, hanging up.</summary>
    public void HearPhone(TEvent heard, DnRecord dn, long position)
    {
        if (heard.Event == EventName.EventOnHook)
        {
            dn.Seized = null;
            return;
        }

        if (heard.Event is not (EventName.EventPrivateInfo or EventName.EventOffHook) || IndexOf(heard, dn, position) is not { } index) return;
        if (dn.Seized is { } seized && seized != index)
        {
            var odd = Odd(dn, null, (seized, dn.SeizedPosition), (index, position));
            state.Report(6, odd, $"DN {dn.Number} seized appearance {seized}, and goes off hook on {index}");
        }

        (dn.Seized, dn.SeizedPosition) = (index, position);
    }

    /// <summary>What a DN tells of a call that it is in.</summary>
    public void HearCall(TEvent heard, DnRecord dn, Stay stay, long position)
    {
        if (IndexOf(heard, dn, position) is not { } index) return;
        if (heard.Event is EventName.EventDialing or EventName.EventEstablished && dn.Seized is { } seized)
        {
            if (seized != index) Differ(dn, stay, (seized, dn.SeizedPosition), (index, position));
            dn.Seized = null;
        }

        if (stay.Appearance is { } had)
        {
            if (had != index) Differ(dn, stay, (had, stay.AppearancePosition), (index, position));
            return;
        }

        (stay.Appearance, stay.AppearancePosition) = (index, position);
        foreach (var other in dn.Appearances)
        {
            if (other.Appearance == index && other.Call != stay.Call)
                state.Report(6, stay.Call, "", position, $"DN {dn.Number} has {stay.Call.ConnID} on appearance {index}, where it has {other.Call.ConnID}");
        }

        dn.Appearances.Add(stay);
    }

    /// <summary>At rest every column has told all: no two calls of a line on one appearance, no two appearances for one alerting.</summary>
    public void AtRest()
    {
        Dictionary<(SwitchFacts.Line, long), Stay>? taken = null;
        foreach (var call in state.Calls)
        {
            foreach (var stay in call.Stays)
            {
                if (stay.Appearance is not { } index) continue;
                taken ??= [];
                var line = state.Facts.LineOf(stay.DN);
                CompareAlerted(stay, line);
                if (!taken.TryGetValue((line, index), out var other)) taken[(line, index)] = stay;
                else if (other.Call != call) Shared(other, stay, line);
            }
        }
    }

    private void Shared(Stay one, Stay other, SwitchFacts.Line line)
    {
        var (earlier, later) = one.AppearancePosition < other.AppearancePosition ? (one, other) : (other, one);
        state.Report(6, later.Call, "", later.AppearancePosition,
            $"{later.Call.ConnID} has appearance {later.Appearance} of line {line.Name}, which {earlier.Call.ConnID} has");
    }

    /// <summary>Members alerted together for one call have the same appearance.</summary>
    private void CompareAlerted(Stay stay, SwitchFacts.Line line)
    {
        foreach (var other in stay.Call.Stays)
        {
            if (other == stay || other.Appearance is not { } index || index == stay.Appearance) continue;
            if (stay.Rang is null || other.Rang != stay.Rang || state.Facts.LineOf(other.DN) != line) continue;

            var free = LowestFree(line, stay.Call);
            var odd = (other.Appearance == free) != (stay.Appearance == free)
                ? (stay.Appearance == free ? other : stay)
                : (other.AppearancePosition > stay.AppearancePosition ? other : stay);
            var right = odd == stay ? other : stay;
            state.Report(6, odd.Call, odd.DN, odd.AppearancePosition,
                $"DN {odd.DN} has {odd.Call.ConnID} on appearance {odd.Appearance}, DN {right.DN} of its line on {right.Appearance}");
            odd.Appearance = right.Appearance;
            return;
        }
    }

    private void Differ(DnRecord dn, Stay stay, (long Index, long Position) earlier, (long Index, long Position) now)
    {
        var line = state.Facts.LineOf(dn.Number);
        var facts = state.Facts;
        long? peer = null;
        foreach (var other in stay.Call.Stays)
        {
            if (other == stay || other.Appearance is null || facts.LineOf(other.DN) != line) continue;
            peer = other.Appearance;
            break;
        }

        var odd = peer == now.Index ? earlier.Position : peer == earlier.Index ? now.Position : Odd(dn, stay.Call, earlier, now);
        state.Report(6, stay.Call, dn.Number, odd, $"DN {dn.Number} has {stay.Call.ConnID} on appearance {earlier.Index}, and on {now.Index}");
        if (odd == earlier.Position) (stay.Appearance, stay.AppearancePosition) = (now.Index, now.Position);
    }

    private long Odd(DnRecord dn, CallRecord? call, (long Index, long Position) earlier, (long Index, long Position) now) =>
        now.Index == LowestFree(state.Facts.LineOf(dn.Number), call) ? earlier.Position : now.Position;

    private long LowestFree(SwitchFacts.Line line, CallRecord? except)
    {
        HashSet<long> taken = [];
        foreach (var call in state.Calls)
        {
            if (call == except) continue;
            foreach (var stay in call.Stays)
                if (stay.Appearance is { } index && state.Facts.LineOf(stay.DN) == line) taken.Add(index);
        }

        var free = 1L;
        while (taken.Contains(free)) free++;
        return free;
    }

    private long? IndexOf(TEvent heard, DnRecord dn, long position)
    {
        if (heard.Extensions?["AppearanceIndex"] is not { } value) return null;
        var line = state.Facts.LineOf(dn.Number);
        if (value is long index and >= 1 && index <= line.Appearances) return index;

        state.Report(6, position, $"{heard.Event} of DN {dn.Number} has AppearanceIndex {value}; its line has "
            + (line.IsConfigured ? $"1 to {line.Appearances}" : "none such"));
        return null;
    }
}
