using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Monitoring;

/// <summary>
/// One step in the life of a call's parties, as call monitoring reports it (call models, chapter 0). Calls publish it on the event
/// stream; <see cref="Sequence"/> counts in the call.
/// </summary>
public sealed record CallFact(EventName Event, CallHeader Call, long Sequence, DateTimeOffset Time)
{
    public string? DN { get; init; }

    public int? PartyID { get; init; }

    public PartyState? State { get; init; }

    public ConnID? PreviousConnID { get; init; }

    public KVList? UserData { get; init; }

    /// <summary>The event that monitoring clients hear.</summary>
    public TEvent ToEvent() => new()
    {
        Event = Event,
        EventSequenceNumber = Sequence,
        Time = Time,
        ConnID = Call.ConnID,
        PreviousConnID = PreviousConnID,
        CallUUID = Call.CallUUID,
        CallID = Call.CallID,
        CallType = Call.CallType,
        DN = DN,
        PartyID = PartyID,
        State = State,
        UserData = UserData,
    };
}
