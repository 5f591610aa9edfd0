using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Formats;

/// <summary>What calls are told and what they decide.</summary>
internal static class CallFormats
{
    public static Codec<CallInput> Input { get; } = new UnionCodec<CallInput>(CallInputs.Cases);

    public static Codec<CallOutput> Output { get; } = new UnionCodec<CallOutput>(
        Case<CallOutput.ToDn>(0, "ToDn", f => f.Is(
            f.Text("Dn", x => x.Dn), f.Field("Input", x => x.Input, DnFormats.Input), (dn, input) => new(dn, input))),
        Case<CallOutput.ToLine>(1, "ToLine", f => f.Is(
            f.Text("Line", x => x.Line), f.Field("Input", x => x.Input, LineFormats.Input), (line, input) => new(line, input))),
        Case<CallOutput.ToCall>(2, "ToCall", f => f.Is(
            f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Field("Input", x => x.Input, Input), (call, input) => new(call, input))),
        Case<CallOutput.Dial>(3, "Dial", f => f.Is(f.Field("Order", x => x.Order, Parts.DialOrder), order => new(order))),
        Case<CallOutput.Publish>(4, "Publish", f => f.Is(f.Field("Fact", x => x.Fact, MonitorFormats.Fact), fact => new(fact))),
        Case<CallOutput.ArmRing>(5, "ArmRing", f => f.Is(
            f.Int("Ring", x => x.Ring), f.Field("Deadline", x => x.Deadline, Codecs.Moment), (ring, deadline) => new(ring, deadline))),
        Case<CallOutput.DisarmRing>(6, "DisarmRing", f => f.Is(f.Int("Ring", x => x.Ring), ring => new(ring))),
        Case<CallOutput.Over>(7, "Over", f => f.Is(CallOutput.Over.Instance)));

    private static Case<CallOutput, TCase> Case<TCase>(int number, string name, Func<RecordOf<TCase>, Codec<TCase>> describe)
        where TCase : CallOutput => new(number, name, describe(new()));
}

/// <summary>What shared lines are told and what they decide.</summary>
internal static class LineFormats
{
    public static Codec<LineInput> Input { get; } = new UnionCodec<LineInput>(
        Case<LineInput.SeizeAsked>(0, "SeizeAsked", f => f.Is(
            f.Text("Member", x => x.Member), f.Long("Attempt", x => x.Attempt), (member, attempt) => new(member, attempt))),
        Case<LineInput.SeizureEnded>(1, "SeizureEnded", f => f.Is(
            f.Text("Member", x => x.Member), f.Int("Appearance", x => x.Appearance), (member, appearance) => new(member, appearance))),
        Case<LineInput.AppearanceAsked>(2, "AppearanceAsked", f => f.Is(f.Field("ConnID", x => x.ConnID, Codecs.ConnID), call => new(call))),
        Case<LineInput.Occupied>(3, "Occupied", f => f.Is(
            f.Int("Appearance", x => x.Appearance), f.Field("ConnID", x => x.ConnID, Codecs.ConnID), (appearance, call) => new(appearance, call))),
        Case<LineInput.StandingChanged>(4, "StandingChanged", f => f.Is(
            f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Int("Appearance", x => x.Appearance),
            f.Flag("Connected", x => x.Connected), f.Flag("Held", x => x.Held),
            (call, appearance, connected, held) => new(call, appearance, connected, held))),
        Case<LineInput.Vacated>(5, "Vacated", f => f.Is(
            f.Int("Appearance", x => x.Appearance), f.Field("ConnID", x => x.ConnID, Codecs.ConnID), (appearance, call) => new(appearance, call))),
        Case<LineInput.Withdrawn>(6, "Withdrawn", f => f.Is(f.Field("ConnID", x => x.ConnID, Codecs.ConnID), call => new(call))),
        Case<LineInput.CallsAsked>(7, "CallsAsked", f => f.Is(
            f.Text("Member", x => x.Member), f.Long("Attempt", x => x.Attempt), f.Flag("Held", x => x.Held),
            (member, attempt, held) => new(member, attempt, held))),
        Case<LineInput.Vacating>(8, "Vacating", f => f.Is(
            f.Int("Appearance", x => x.Appearance), f.Field("ConnID", x => x.ConnID, Codecs.ConnID),
            (appearance, call) => new(appearance, call))));

    public static Codec<LineOutput> Output { get; } = new UnionCodec<LineOutput>(
        OutputCase<LineOutput.ToDn>(0, "ToDn", f => f.Is(
            f.Text("Dn", x => x.Dn), f.Field("Input", x => x.Input, DnFormats.Input), (dn, input) => new(dn, input))),
        OutputCase<LineOutput.ToCall>(1, "ToCall", f => f.Is(
            f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Field("Input", x => x.Input, CallFormats.Input), (call, input) => new(call, input))));

    private static Case<LineInput, TCase> Case<TCase>(int number, string name, Func<RecordOf<TCase>, Codec<TCase>> describe)
        where TCase : LineInput => new(number, name, describe(new()));

    private static Case<LineOutput, TCase> OutputCase<TCase>(int number, string name, Func<RecordOf<TCase>, Codec<TCase>> describe)
        where TCase : LineOutput => new(number, name, describe(new()));
}
