using System.Text.Json;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Formats;

/// <summary>
/// The header of a call. Where it was said before, its ConnID alone says the rest; and of a new call the CallUUID need not be said
/// where it is the one that ConnIDs have by the rule below, which belongs to the format and does not change.
/// </summary>
internal sealed class HeaderFormat : Codec<CallHeader>
{
    private const byte Known = 0;
    private const byte New = 1;
    private const byte NewWithUUID = 2;

    private static readonly Codec<CallHeader> Whole = Described(new());
    private static readonly Codec<string?> Number = Codecs.TextOrNone;

    public static HeaderFormat Instance { get; } = new();

    public override void Write(WireWriter to, CallHeader value)
    {
        to.Signed(to.Scope.Step(value.ConnID));
        if (to.Scope.HeaderOf(value.ConnID) is { } known && Same(known, value))
        {
            to.Byte(Known);
            return;
        }

        var implied = CallUUIDFormat.Instance.Same(value.CallUUID, ImpliedUUID(value.ConnID));
        to.Byte(implied ? New : NewWithUUID);
        if (!implied) CallUUIDFormat.Instance.Write(to, value.CallUUID);
        to.Signed(value.CallID);
        Vocabulary.CallType.Write(to, value.CallType);
        Number.Write(to, value.ANI);
        Number.Write(to, value.DNIS);
    }

    public override CallHeader Read(WireReader from)
    {
        var connID = from.Scope.Follow(from.Signed());
        var kind = from.Byte();
        if (kind == Known)
            return from.Scope.HeaderOf(connID) ?? throw new DamagedRecordException($"it means a call {connID} of which nothing is known");
        if (kind > NewWithUUID) throw new DamagedRecordException($"it has a call of a kind {kind} that is not known");

        var uuid = kind == New ? ImpliedUUID(connID) : CallUUIDFormat.Instance.Read(from);
        return new CallHeader(connID, uuid, Codecs.Int.Read(from), Vocabulary.CallType.Read(from), Number.Read(from), Number.Read(from));
    }

    public override void WriteJson(Utf8JsonWriter to, CallHeader value) => Whole.WriteJson(to, value);

    public override CallHeader ReadJson(JsonElement from) => Whole.ReadJson(from);

    public override bool Same(CallHeader left, CallHeader right) => ReferenceEquals(left.Attributes, right.Attributes) || Whole.Same(left, right);

    private static Codec<CallHeader> Described(RecordOf<CallHeader> f) => f.Is(
        f.Field("ConnID", x => x.ConnID, Codecs.ConnID),
        f.Field("CallUUID", x => x.CallUUID, CallUUIDFormat.Instance),
        f.Int("CallID", x => x.CallID),
        f.Field("CallType", x => x.CallType, Vocabulary.CallType),
        f.TextOrNone("ANI", x => x.ANI),
        f.TextOrNone("DNIS", x => x.DNIS),
        (connID, uuid, callID, type, ani, dnis) => new(connID, uuid, callID, type, ani, dnis));

    private static CallUUID ImpliedUUID(ConnID connID) => CallUUID.Of(new UInt128(Mix(connID.Value), Mix(~connID.Value)));

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value += 0x9e3779b97f4a7c15;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
