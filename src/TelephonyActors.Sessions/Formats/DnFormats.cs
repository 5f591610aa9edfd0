using TelephonyActors.CallModel.Dns;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Formats;

/// <summary>What DNs and external numbers are told and what they decide.</summary>
internal static class DnFormats
{
    public static Codec<DnInput> Input { get; } = new UnionCodec<DnInput>(
        Case<DnInput.Requested>(0, "Requested", f => f.Is(
            f.Field("By", x => x.By, Parts.Client), f.Field("Request", x => x.Request, RequestFormats.OfDn), (by, request) => new(by, request))),
        Case<DnInput.Acted>(1, "Acted", f => f.Is(
            f.Field("By", x => x.By, Parts.Requester), f.Field("Act", x => x.Act, Parts.PhoneAct), (by, act) => new(by, act))),
        Case<DnInput.ClientGone>(2, "ClientGone", f => f.Is(f.Int("Client", x => x.Client), client => new(client))),
        Case<DnInput.Offered>(3, "Offered", f => f.Is(
            f.Field("Ringing", x => x.Ringing, EventFormat.Instance), f.Int("Ring", x => x.Ring), f.Field("Seat", x => x.Seat, Parts.SeatOrNone),
            (ringing, ring, seat) => new(ringing, ring, seat))),
        Case<DnInput.Noticed>(4, "Noticed", f => f.Is(
            f.Field("Event", x => x.Event, EventFormat.Instance), f.Field("Seat", x => x.Seat, Parts.SeatOrNone), f.Long("Attempt", x => x.Attempt),
            f.Flag("OffHook", x => x.OffHook), (heard, seat, attempt, offHook) => new(heard, seat, attempt, offHook))),
        Case<DnInput.Refused>(5, "Refused", f => f.Is(
            f.Long("Attempt", x => x.Attempt), f.Field("Refusal", x => x.Refusal, Vocabulary.Refusal), (attempt, refusal) => new(attempt, refusal))),
        Case<DnInput.PartiesTold>(6, "PartiesTold", f => f.Is(
            f.Long("Attempt", x => x.Attempt), f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Field("Parties", x => x.Parties, Codecs.ListOf(Parts.Party)),
            (attempt, call, parties) => new(attempt, call, parties))),
        Case<DnInput.Seized>(7, "Seized", f => f.Is(
            f.Long("Attempt", x => x.Attempt), f.Field("Seat", x => x.Seat, Parts.SeatOrNone), (attempt, seat) => new(attempt, seat))),
        Case<DnInput.LineCallsTold>(8, "LineCallsTold", f => f.Is(
            f.Long("Attempt", x => x.Attempt), f.Field("Calls", x => x.Calls, Codecs.ListOf(Codecs.ConnID)), (attempt, calls) => new(attempt, calls))),
        Case<DnInput.SeizureTimedOut>(9, "SeizureTimedOut", f => f.Is(f.Long("Attempt", x => x.Attempt), attempt => new(attempt))),
        Case<DnInput.SeizureLost>(10, "SeizureLost", f => f.Is(f.Field("Seat", x => x.Seat, Parts.Seat), seat => new(seat))),
        Case<DnInput.HabitDue>(11, "HabitDue", f => f.Is(
            f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Field("Action", x => x.Action, Vocabulary.PhoneAction), (call, action) => new(call, action))));

    public static Codec<DnOutput> Output { get; } = new UnionCodec<DnOutput>(
        OutputCase<DnOutput.Report>(0, "Report", f => f.Is(
            f.Field("Event", x => x.Event, EventFormat.Instance), f.Field("To", x => x.To, Codecs.ListOf(Codecs.Int)),
            f.Field("Answers", x => x.Answers, Codecs.OrNone(Parts.Client)), (heard, to, answers) => new(heard, to, answers))),
        OutputCase<DnOutput.Reply>(1, "Reply", f => f.Is(
            f.Int("Client", x => x.Client), f.Field("Event", x => x.Event, EventFormat.Instance), (client, heard) => new(client, heard))),
        OutputCase<DnOutput.PhoneDone>(2, "PhoneDone", f => f.Is(
            f.Long("Act", x => x.Act), f.Field("Outcome", x => x.Outcome, Parts.PhoneOutcome), (act, outcome) => new(act, outcome))),
        OutputCase<DnOutput.Dial>(3, "Dial", f => f.Is(f.Field("Order", x => x.Order, Parts.DialOrder), order => new(order))),
        OutputCase<DnOutput.ToCall>(4, "ToCall", f => f.Is(
            f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Field("Input", x => x.Input, CallFormats.Input), (call, input) => new(call, input))),
        OutputCase<DnOutput.ToLine>(5, "ToLine", f => f.Is(
            f.Text("Line", x => x.Line), f.Field("Input", x => x.Input, LineFormats.Input), (line, input) => new(line, input))),
        OutputCase<DnOutput.Arm>(6, "Arm", f => f.Is(
            f.Field("After", x => x.After, Codecs.Span), f.Field("Input", x => x.Input, Input), (after, input) => new(after, input))),
        OutputCase<DnOutput.Disarm>(7, "Disarm", f => f.Is(f.Field("Input", x => x.Input, Input), input => new(input))));

    private static Case<DnInput, TCase> Case<TCase>(int number, string name, Func<RecordOf<TCase>, Codec<TCase>> describe)
        where TCase : DnInput => new(number, name, describe(new()));

    private static Case<DnOutput, TCase> OutputCase<TCase>(int number, string name, Func<RecordOf<TCase>, Codec<TCase>> describe)
        where TCase : DnOutput => new(number, name, describe(new()));
}
