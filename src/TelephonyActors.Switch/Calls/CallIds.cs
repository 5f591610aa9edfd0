using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Calls;

/// <summary>
/// The ids of the calls of one switch, given out by any thread: ConnIDs count from the first one, CallIDs from 1, and the CallUUID
/// follows from the ConnID, so that equal sessions give equal ids.
/// </summary>
internal sealed class CallIds(ulong firstConnID, ulong created = 0)
{
    private ulong _created = created;

    public CallHeader Next(SwitchPlan plan, DialOrder order)
    {
        var number = Interlocked.Increment(ref _created);
        var connID = firstConnID + number - 1;
        var uuid = new UInt128(Mix(connID), Mix(~connID));
        return CallHeader.Of(plan, order, new ConnID(connID), CallUUID.Of(uuid), (int)number);
    }

    // The finalizer of SplitMix64: neighbours look nothing alike.
    private static ulong Mix(ulong value)
    {
        value += 0x9e3779b97f4a7c15;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
