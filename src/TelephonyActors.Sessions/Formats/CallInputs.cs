using TelephonyActors.CallModel.Calls;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Formats;

/// <summary>The cases of what a call is told.</summary>
internal static class CallInputs
{
    public static IReadOnlyList<Case<CallInput>> Cases { get; } =
    [
        Case<CallInput.Dialed>(0, "Dialed", f => f.Is(
            f.Field("Header", x => x.Header, HeaderFormat.Instance), f.Field("Order", x => x.Order, Parts.DialOrder), (header, order) => new(header, order))),
        Asked<CallInput.AnswerAsked>(1, "AnswerAsked", (dn, attempt, engaged) => new(dn, attempt, engaged)),
        Asked<CallInput.ReleaseAsked>(2, "ReleaseAsked", (dn, attempt, engaged) => new(dn, attempt, engaged)),
        Case<CallInput.HoldAsked>(3, "HoldAsked", f => f.Is(
            Dn(f), Attempt(f), Engaged(f), f.Flag("ForConsultation", x => x.ForConsultation),
            (dn, attempt, engaged, consults) => new(dn, attempt, engaged, consults))),
        Asked<CallInput.RetrieveAsked>(4, "RetrieveAsked", (dn, attempt, engaged) => new(dn, attempt, engaged)),
        Case<CallInput.InviteAsked>(5, "InviteAsked", f => f.Is(
            Dn(f), Attempt(f), Engaged(f), f.Text("OtherDN", x => x.OtherDN), f.Field("UserData", x => x.UserData, ListFormat.OrNone),
            (dn, attempt, engaged, other, data) => new(dn, attempt, engaged, other, data))),
        Case<CallInput.TransferAsked>(6, "TransferAsked", f => f.Is(
            Dn(f), Attempt(f), Engaged(f), f.Text("OtherDN", x => x.OtherDN), f.Flag("Mute", x => x.Mute), f.Field("UserData", x => x.UserData, ListFormat.OrNone),
            (dn, attempt, engaged, other, mute, data) => new(dn, attempt, engaged, other, mute, data))),
        Case<CallInput.RedirectAsked>(7, "RedirectAsked", f => f.Is(
            Dn(f), Attempt(f), Engaged(f), f.Text("OtherDN", x => x.OtherDN), f.Field("UserData", x => x.UserData, ListFormat.OrNone),
            (dn, attempt, engaged, other, data) => new(dn, attempt, engaged, other, data))),
        Case<CallInput.UserDataAsked>(8, "UserDataAsked", f => f.Is(
            Dn(f), Attempt(f), Engaged(f), f.Field("Change", x => x.Change, Parts.UserDataChange),
            (dn, attempt, engaged, change) => new(dn, attempt, engaged, change))),
        Case<CallInput.DeleteAsked>(9, "DeleteAsked", f => f.Is(
            Dn(f), Attempt(f), Engaged(f), f.Text("OtherDN", x => x.OtherDN), (dn, attempt, engaged, other) => new(dn, attempt, engaged, other))),
        Asked<CallInput.PartiesAsked>(10, "PartiesAsked", (dn, attempt, engaged) => new(dn, attempt, engaged)),
        Case<CallInput.JoinAsked>(11, "JoinAsked", f => f.Is(
            Dn(f), Attempt(f), Engaged(f), f.Field("Kind", x => x.Kind, Vocabulary.JoinKind), f.Field("Held", x => x.Held, Codecs.ConnID),
            (dn, attempt, engaged, kind, held) => new(dn, attempt, engaged, kind, held))),
        Case<CallInput.OfferAnswered>(12, "OfferAnswered", f => f.Is(
            f.Text("Dn", x => x.Dn), f.Int("Ring", x => x.Ring), f.Flag("Rings", x => x.Rings), f.TextOrNone("Forward", x => x.Forward),
            (dn, ring, rings, forward) => new(dn, ring, rings, forward))),
        Case<CallInput.AppearanceAnswered>(13, "AppearanceAnswered", f => f.Is(
            f.Text("Line", x => x.Line), f.Field("Seat", x => x.Seat, Parts.SeatOrNone), (line, seat) => new(line, seat))),
        Case<CallInput.RingTimedOut>(14, "RingTimedOut", f => f.Is(f.Int("Ring", x => x.Ring), ring => new(ring))),
        Case<CallInput.TakeAsked>(15, "TakeAsked", f => f.Is(
            f.Field("Kind", x => x.Kind, Vocabulary.JoinKind), f.Field("From", x => x.From, Codecs.ConnID), f.Text("Dn", x => x.Dn),
            f.Long("Attempt", x => x.Attempt), f.Field("Others", x => x.Others, Codecs.Texts),
            f.Field("Objection", x => x.Objection, Codecs.OrNone(Vocabulary.Refusal)),
            (kind, from, dn, attempt, others, objection) => new(kind, from, dn, attempt, others, objection))),
        Case<CallInput.TakeAgreed>(16, "TakeAgreed", f => f.Is(f.Field("Held", x => x.Held, Codecs.ConnID), held => new(held))),
        Case<CallInput.TakeRefused>(17, "TakeRefused", f => f.Is(
            f.Field("Held", x => x.Held, Codecs.ConnID), f.Field("Refusal", x => x.Refusal, Vocabulary.Refusal), (held, refusal) => new(held, refusal))),
        Case<CallInput.Handed>(18, "Handed", f => f.Is(
            f.Field("Kind", x => x.Kind, Vocabulary.JoinKind), f.Field("From", x => x.From, Codecs.ConnID), f.Text("Dn", x => x.Dn),
            f.Field("Call", x => x.Call, Parts.HandedCall), (kind, from, dn, call) => new(kind, from, dn, call))),
        Case<CallInput.Taken>(19, "Taken", f => f.Is(f.Field("Held", x => x.Held, Codecs.ConnID), held => new(held))),
        Case<CallInput.JoinBroken>(20, "JoinBroken", f => f.Is(f.Field("By", x => x.By, Codecs.ConnID), by => new(by))),
        Case<CallInput.ProbeReached>(21, "ProbeReached", f => f.Is(f.Field("From", x => x.From, Codecs.ConnID), from => new(from))),
        Case<CallInput.ProbeFailed>(22, "ProbeFailed", f => f.Is(
            f.Field("From", x => x.From, Codecs.ConnID), f.Field("Refusal", x => x.Refusal, Vocabulary.Refusal), (from, refusal) => new(from, refusal))),
        Case<CallInput.ProbeHeld>(23, "ProbeHeld", f => f.Is(f.Field("Held", x => x.Held, Codecs.ConnID), held => new(held))),
        Case<CallInput.DnFailed>(24, "DnFailed", f => f.Is(f.Text("Dn", x => x.Dn), dn => new(dn))),
        Case<CallInput.LineFailed>(25, "LineFailed", f => f.Is(f.Text("Line", x => x.Line), line => new(line))),
    ];

    private static Case<CallInput, TCase> Case<TCase>(int number, string name, Func<RecordOf<TCase>, Codec<TCase>> describe)
        where TCase : CallInput => new(number, name, describe(new()));

    private static Case<CallInput, TCase> Asked<TCase>(int number, string name, Func<string, long, bool, TCase> make)
        where TCase : CallInput.Asked => Case<TCase>(number, name, f => f.Is(Dn(f), Attempt(f), Engaged(f), make));

    private static Field<T, string> Dn<T>(RecordOf<T> f)
        where T : CallInput.Asked => f.Text("Dn", x => x.Dn);

    private static Field<T, long> Attempt<T>(RecordOf<T> f)
        where T : CallInput.Asked => f.Long("Attempt", x => x.Attempt);

    private static Field<T, bool> Engaged<T>(RecordOf<T> f)
        where T : CallInput.Asked => f.Flag("Engaged", x => x.Engaged);
}
