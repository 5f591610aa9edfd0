using TelephonyActors.CallModel.Requests;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Formats;

/// <summary>Requests: those an entity looks at, and what the front door refuses as it came.</summary>
internal static class RequestFormats
{
    public static Codec<Request.OfDn> OfDn { get; } = new UnionCodec<Request.OfDn>(
        OfDnAlone<Request.RegisterAddress>(0, "RegisterAddress", dn => new(dn)),
        OfDnAlone<Request.UnregisterAddress>(1, "UnregisterAddress", dn => new(dn)),
        OfDnAlone<Request.QueryAddress>(2, "QueryAddress", dn => new(dn)),
        Case<Request.MakeCall>(3, "MakeCall", f => f.Is(
            ThisDN(f), f.Text("OtherDN", x => x.OtherDN), f.Field("UserData", x => x.UserData, ListFormat.OrNone), (dn, other, data) => new(dn, other, data))),
        OfCallAlone<Request.AnswerCall>(4, "AnswerCall", (dn, call) => new(dn, call)),
        OfCallAlone<Request.ReleaseCall>(5, "ReleaseCall", (dn, call) => new(dn, call)),
        OfCallAlone<Request.HoldCall>(6, "HoldCall", (dn, call) => new(dn, call)),
        OfCallAlone<Request.RetrieveCall>(7, "RetrieveCall", (dn, call) => new(dn, call)),
        OfCallAlone<Request.QueryCall>(8, "QueryCall", (dn, call) => new(dn, call)),
        WithTarget<Request.SingleStepConference>(9, "SingleStepConference", x => x.OtherDN, x => x.UserData, (dn, call, other, data) => new(dn, call, other, data)),
        WithTarget<Request.InitiateConference>(10, "InitiateConference", x => x.OtherDN, x => x.UserData, (dn, call, other, data) => new(dn, call, other, data)),
        WithCall<Request.CompleteConference>(11, "CompleteConference", x => x.OtherConnID, (dn, call, other) => new(dn, call, other)),
        Case<Request.DeleteFromConference>(12, "DeleteFromConference", f => f.Is(
            ThisDN(f), Call(f), f.Text("OtherDN", x => x.OtherDN), (dn, call, other) => new(dn, call, other))),
        WithTarget<Request.SingleStepTransfer>(13, "SingleStepTransfer", x => x.OtherDN, x => x.UserData, (dn, call, other, data) => new(dn, call, other, data)),
        WithTarget<Request.InitiateTransfer>(14, "InitiateTransfer", x => x.OtherDN, x => x.UserData, (dn, call, other, data) => new(dn, call, other, data)),
        WithCall<Request.CompleteTransfer>(15, "CompleteTransfer", x => x.OtherConnID, (dn, call, other) => new(dn, call, other)),
        WithTarget<Request.MuteTransfer>(16, "MuteTransfer", x => x.OtherDN, x => x.UserData, (dn, call, other, data) => new(dn, call, other, data)),
        WithCall<Request.ReconnectCall>(17, "ReconnectCall", x => x.OtherConnID, (dn, call, other) => new(dn, call, other)),
        WithCall<Request.AlternateCall>(18, "AlternateCall", x => x.OtherConnID, (dn, call, other) => new(dn, call, other)),
        WithTarget<Request.RedirectCall>(19, "RedirectCall", x => x.OtherDN, x => x.UserData, (dn, call, other, data) => new(dn, call, other, data)),
        Case<Request.AttachUserData>(20, "AttachUserData", f => f.Is(
            ThisDN(f), Call(f), f.Field("UserData", x => x.UserData, ListFormat.Instance), (dn, call, data) => new(dn, call, data))),
        Case<Request.DeletePair>(21, "DeletePair", f => f.Is(ThisDN(f), Call(f), f.Text("Key", x => x.Key), (dn, call, key) => new(dn, call, key))),
        Case<Request.SetForward>(22, "SetForward", f => f.Is(
            ThisDN(f), f.Text("OtherDN", x => x.OtherDN), f.Field("Mode", x => x.Mode, Vocabulary.ForwardMode), (dn, other, mode) => new(dn, other, mode))),
        OfDnAlone<Request.CancelForward>(23, "CancelForward", dn => new(dn)),
        Case<Request.SetDND>(24, "SetDND", f => f.Is(ThisDN(f), f.Flag("On", x => x.On), (dn, on) => new(dn, on))));

    /// <summary>A request as a client sent it, whatever is wrong with it.</summary>
    public static Codec<TRequest> Sent { get; } = Described(new());

    private static Codec<TRequest> Described(RecordOf<TRequest> f) => f.Is(
        f.TextOrNone("Request", x => x.Request),
        f.Field("ReferenceID", x => x.ReferenceID, Codecs.LongOrNone),
        f.TextOrNone("ThisDN", x => x.ThisDN),
        f.TextOrNone("OtherDN", x => x.OtherDN),
        f.Field("ConnIDs", x => new SentCalls(x.ConnID, x.OtherConnID), SentCallsFormat),
        f.Field("UserData", x => x.UserData, ListFormat.OrNone),
        f.Field("Further", x => new SentTexts(x.Key, x.ForwardMode), SentTextsFormat),
        f.TextOrNone("Malformed", x => x.Malformed),
        (name, reference, dn, other, calls, data, texts, malformed) => new()
        {
            Request = name,
            ReferenceID = reference,
            ThisDN = dn,
            OtherDN = other,
            ConnID = calls.ConnID,
            OtherConnID = calls.OtherConnID,
            UserData = data,
            Key = texts.Key,
            ForwardMode = texts.ForwardMode,
            Malformed = malformed,
        });

    private static Codec<SentCalls> SentCallsFormat => Parts.Described<SentCalls>(f => f.Is(
        f.TextOrNone("ConnID", x => x.ConnID), f.TextOrNone("OtherConnID", x => x.OtherConnID), (call, other) => new(call, other)));

    private static Codec<SentTexts> SentTextsFormat => Parts.Described<SentTexts>(f => f.Is(
        f.TextOrNone("Key", x => x.Key), f.TextOrNone("ForwardMode", x => x.ForwardMode), (key, mode) => new(key, mode)));

    private static Case<Request.OfDn, TCase> Case<TCase>(int number, string name, Func<RecordOf<TCase>, Codec<TCase>> describe)
        where TCase : Request.OfDn => new(number, name, describe(new()));

    private static Case<Request.OfDn, TCase> OfDnAlone<TCase>(int number, string name, Func<string, TCase> make)
        where TCase : Request.OfDn => Case<TCase>(number, name, f => f.Is(ThisDN(f), make));

    private static Case<Request.OfDn, TCase> OfCallAlone<TCase>(int number, string name, Func<string, ConnID, TCase> make)
        where TCase : Request.OfCall => Case<TCase>(number, name, f => f.Is(ThisDN(f), Call(f), make));

    private static Case<Request.OfDn, TCase> WithCall<TCase>(int number, string name, Func<TCase, ConnID> other, Func<string, ConnID, ConnID, TCase> make)
        where TCase : Request.OfCall => Case<TCase>(number, name, f => f.Is(ThisDN(f), Call(f), f.Field("OtherConnID", other, Codecs.ConnID), make));

    private static Case<Request.OfDn, TCase> WithTarget<TCase>(
        int number, string name, Func<TCase, string> other, Func<TCase, KVList?> data, Func<string, ConnID, string, KVList?, TCase> make)
        where TCase : Request.OfCall => Case<TCase>(number, name, f => f.Is(
            ThisDN(f), Call(f), f.Text("OtherDN", other), f.Field("UserData", data, ListFormat.OrNone), make));

    private static Field<T, string> ThisDN<T>(RecordOf<T> f)
        where T : Request.OfDn => f.Text("ThisDN", x => x.ThisDN);

    private static Field<T, ConnID> Call<T>(RecordOf<T> f)
        where T : Request.OfCall => f.Field("ConnID", x => x.ConnID, Codecs.ConnID);

    private sealed record SentCalls(string? ConnID, string? OtherConnID);

    private sealed record SentTexts(string? Key, string? ForwardMode);
}
