using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Formats;

/// <summary>
/// Which attributes of two events differ, a bit for each in the order of <see cref="EventFormat"/>. Written out, since it is done for every
/// event that is recorded or verified.
/// </summary>
internal static class EventDifference
{
    public static ulong Of(TEvent one, TEvent other)
    {
        var bits = Bit(1, one.Event != other.Event)
            | (ReferenceEquals(one.OfCall, other.OfCall) ? 0 : OfCall(one.OfCall, other.OfCall))
            | Bit(8, one.EventSequenceNumber != other.EventSequenceNumber)
            | Bit(9, Microseconds(one.Time) != Microseconds(other.Time))
            | Bit(10, one.ThisDN != other.ThisDN)
            | Bit(11, one.ThisDNRole != other.ThisDNRole)
            | Bit(12, one.OtherDN != other.OtherDN)
            | Bit(13, one.OtherDNRole != other.OtherDNRole)
            | Bit(14, one.CallState != other.CallState)
            | Bit(15, !Same(one.Extensions, other.Extensions))
            | Bit(16, !Same(one.UserData, other.UserData));
        return bits | Further(one, other);
    }

    private static ulong OfCall(CallAttributes one, CallAttributes other) =>
        Bit(2, one.ConnID != other.ConnID)
        | Bit(3, !Same(one.CallUUID, other.CallUUID))
        | Bit(4, one.CallID != other.CallID)
        | Bit(5, one.CallType != other.CallType)
        | Bit(6, one.ANI != other.ANI)
        | Bit(7, one.DNIS != other.DNIS);

    private static ulong Further(TEvent one, TEvent other) =>
        Bit(17, one.PreviousConnID != other.PreviousConnID)
        | Bit(18, one.ThirdPartyDN != other.ThirdPartyDN)
        | Bit(19, one.ThirdPartyDNRole != other.ThirdPartyDNRole)
        | Bit(20, one.Cause != other.Cause)
        | Bit(21, one.DN != other.DN)
        | Bit(22, one.PartyID != other.PartyID)
        | Bit(23, one.State != other.State)
        | Bit(24, one.ServiceId != other.ServiceId)
        | Bit(25, !Same(one.Reasons, other.Reasons))
        | Bit(26, one.ReferenceID != other.ReferenceID)
        | Bit(27, one.ErrorCode != other.ErrorCode)
        | Bit(28, one.ErrorMessage != other.ErrorMessage)
        | Bit(29, one.Request != other.Request);

    private static ulong Bit(int place, bool differs) => differs ? 1ul << place : 0;

    private static bool Same<T>(T? one, T? other)
        where T : class => ReferenceEquals(one, other) || (one is not null && one.Equals(other));

    // What counts of an event's time is what its JSON says.
    private static long Microseconds(DateTimeOffset? time) => time is { } there ? there.UtcTicks / TimeSpan.TicksPerMicrosecond : -1;
}
