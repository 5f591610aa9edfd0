using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Requests;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>What a DN can be told or asked.</summary>
public abstract record DnInput
{
    private DnInput() { }

    /// <summary>A client's request about this DN.</summary>
    public sealed record Requested(Requester.Client By, Request.OfDn Request) : DnInput;

    /// <summary>Somebody at the phone acts.</summary>
    public sealed record Acted(Requester By, PhoneAct Act) : DnInput;

    /// <summary>A client went away: its registration ends (chapter 8).</summary>
    public sealed record ClientGone(int Client) : DnInput;

    /// <summary>A call would ring here. The DN answers the call at once.</summary>
    /// <param name="Ringing">The event to report where it rings.</param>
    /// <param name="Ring">The call's own number for this alerting.</param>
    /// <param name="Seat">The appearance of its line; null: its own number was dialed.</param>
    public sealed record Offered(TEvent Ringing, int Ring, Seat? Seat) : DnInput;

    /// <summary>Something happened to this DN in a call.</summary>
    /// <param name="Event">The event to report, but for its source's number and time.</param>
    /// <param name="Seat">The appearance of its line; null: the call is none of its line's here.</param>
    /// <param name="Attempt">The attempt that this answers; 0: none.</param>
    /// <param name="OffHook">The phone goes off the hook just before (chapter 0, Hook).</param>
    public sealed record Noticed(TEvent Event, Seat? Seat, long Attempt, bool OffHook) : DnInput;

    /// <summary>The call, or the parent of the calls, refuses an attempt.</summary>
    public sealed record Refused(long Attempt, Refusal Refusal) : DnInput;

    /// <summary>The parties of a call, for EventPartyInfo.</summary>
    public sealed record PartiesTold(long Attempt, ConnID ConnID, ImmutableArray<Party> Parties) : DnInput;

    /// <summary>The line has an appearance for this DN; null: it has none.</summary>
    public sealed record Seized(long Attempt, Seat? Seat) : DnInput;

    /// <summary>The calls of the line that fit what somebody at the phone wants.</summary>
    public sealed record LineCallsTold(long Attempt, ImmutableArray<ConnID> Calls) : DnInput;

    /// <summary>30 s have passed since the seizure of this attempt (chapter 7).</summary>
    public sealed record SeizureTimedOut(long Attempt) : DnInput;

    /// <summary>The line failed: a seizure of it is gone (chapter 8).</summary>
    public sealed record SeizureLost(Seat Seat) : DnInput;

    /// <summary>The phone does by itself what its habits say (contract: answerAfter, hangUpAfter).</summary>
    public sealed record HabitDue(ConnID ConnID, PhoneAction Action) : DnInput;
}

/// <summary>Who wants something of a DN.</summary>
public abstract record Requester
{
    private Requester() { }

    /// <summary>
    /// A client of the switch, by its number, with the name of its request and its own number of it; null: it gave none, and is
    /// answered all the same.
    /// </summary>
    public sealed record Client(int Id, string? Request, long? ReferenceID) : Requester;

    /// <summary>Somebody at the phone; <paramref name="Act"/> tells the driver which action was done or not.</summary>
    public sealed record Phone(long Act) : Requester;

    /// <summary>The phone by its habits: nobody is told.</summary>
    public sealed record Habit : Requester
    {
        public static Habit Instance { get; } = new();
    }
}
