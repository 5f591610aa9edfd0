using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Calls;

/// <summary>What every event of a call bears (call models, chapter 0). ANI and DNIS are those of an Inbound call, else null.</summary>
public readonly record struct CallHeader(CallAttributes Attributes)
{
    public CallHeader(ConnID connID, CallUUID callUUID, int callID, CallType callType, string? ani, string? dnis)
        : this(new CallAttributes { ConnID = connID, CallUUID = callUUID, CallID = callID, CallType = callType, ANI = ani, DNIS = dnis })
    {
    }

    public ConnID ConnID => Attributes.ConnID!;

    public CallUUID CallUUID => Attributes.CallUUID!;

    public int CallID => Attributes.CallID!.Value;

    public CallType CallType => Attributes.CallType!.Value;

    public string? ANI => Attributes.ANI;

    public string? DNIS => Attributes.DNIS;

    /// <summary>What monitoring tells of it: neither ANI nor DNIS.</summary>
    internal CallAttributes OfMonitoring => ANI is null && DNIS is null ? Attributes : Attributes with { ANI = null, DNIS = null };

    /// <summary>The header of a new call; its ids come from whoever creates it (call models 0, CallType).</summary>
    public static CallHeader Of(SwitchPlan plan, DialOrder order, ConnID connID, CallUUID callUUID, int callID)
    {
        var type =
            order.Consults is not null ? CallType.Consult :
            plan.IsExternal(order.Caller) ? CallType.Inbound :
            plan.IsExternal(order.Number) ? CallType.Outbound : CallType.Internal;
        return type == CallType.Inbound
            ? new(connID, callUUID, callID, type, order.Caller, order.Number)
            : new(connID, callUUID, callID, type, ani: null, dnis: null);
    }
}

/// <summary>Where a call sits on a shared line: the line's number and the appearance, from 1 (call models, chapter 7).</summary>
public sealed record Seat(string Line, int Appearance);
