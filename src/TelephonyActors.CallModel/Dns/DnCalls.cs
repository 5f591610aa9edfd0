using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>The calls of a DN, and what they leave of it for another.</summary>
internal static class DnCalls
{
    public static DnCall? Of(this ImmutableArray<DnCall> calls, ConnID connID)
    {
        foreach (var call in calls)
            if (call.ConnID == connID) return call;
        return null;
    }

    public static ImmutableArray<DnCall> With(this ImmutableArray<DnCall> calls, DnCall call, DnCall changed) =>
        calls.SetItem(Place(calls, call), changed);

    public static ImmutableArray<DnCall> Without(this ImmutableArray<DnCall> calls, DnCall call) => calls.RemoveAt(Place(calls, call));

    /// <summary>
    /// Whether it has a call that is neither held nor ringing, or a phone off the hook (contract, phone actions), beside the one given.
    /// An external number takes any number of calls.
    /// </summary>
    public static bool Engage(this ImmutableArray<DnCall> calls, DnKind kind, Hook hook, ConnID? beside)
    {
        if (kind == DnKind.External) return false;
        if (hook is not Hook.On) return true;
        foreach (var call in calls)
            if (call.IsActive && call.ConnID != beside) return true;
        return false;
    }

    /// <summary>How many of its lines are taken: by calls of its own number, by one it dials, and by a phone off the hook.</summary>
    public static int Take(this ImmutableArray<DnCall> calls, Hook hook, InHand inHand)
    {
        var taken = hook is Hook.Off || inHand is InHand.Dialing { Seat: null, Consults: false } ? 1 : 0;
        foreach (var call in calls)
            if (call is { Seat: null, Consults: false }) taken++;
        return taken;
    }

    private static int Place(ImmutableArray<DnCall> calls, DnCall call)
    {
        var at = 0;
        while (!ReferenceEquals(calls[at], call)) at++;
        return at;
    }
}
