using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Formats;

/// <summary>What several inputs, outputs and states are made of.</summary>
internal static class Parts
{
    public static Codec<Seat> Seat { get; } = Described<Seat>(f => f.Is(
        f.Text("Line", x => x.Line), f.Int("Appearance", x => x.Appearance), (line, appearance) => new(line, appearance)));

    public static Codec<Seat?> SeatOrNone { get; } = Codecs.OrNone(Seat);

    public static Codec<Party> Party { get; } = Described<Party>(f => f.Is(
        f.Int("Id", x => x.Id), f.Text("Dn", x => x.Dn), f.Field("State", x => x.State, Vocabulary.PartyState),
        f.Field("Role", x => x.Role, Vocabulary.Role), f.Field("Seat", x => x.Seat, SeatOrNone), f.Int("Ring", x => x.Ring),
        (id, dn, state, role, seat, ring) => new(id, dn, state, role, seat, ring)));

    public static Codec<Ring> Ring { get; } = Described<Ring>(f => f.Is(
        f.Int("Id", x => x.Id), f.Int("Quest", x => x.Quest), f.Field("Kind", x => x.Kind, Vocabulary.RingKind), f.Text("Number", x => x.Number),
        f.Field("Deadline", x => x.Deadline, Codecs.OrNothing(Codecs.Moment)), f.TextOrNone("OnNoAnswer", x => x.OnNoAnswer),
        f.Field("Forwarders", x => x.Forwarders, Codecs.Texts),
        (id, quest, kind, number, deadline, next, forwarders) => new(id, quest, kind, number, deadline, next) { Forwarders = forwarders }));

    public static Codec<DialOrder> DialOrder { get; } = Described<DialOrder>(f => f.Is(
        f.Text("Caller", x => x.Caller), f.Long("Attempt", x => x.Attempt), f.Text("Number", x => x.Number), f.Field("Seat", x => x.Seat, SeatOrNone),
        f.Field("Consults", x => x.Consults, Codecs.ConnIDOrNone), f.Field("UserData", x => x.UserData, ListFormat.OrNone),
        f.Flag("Mute", x => x.Mute), f.Field("Excluded", x => x.Excluded, Codecs.Texts),
        (caller, attempt, number, seat, consults, data, mute, excluded) =>
            new(caller, attempt, number, seat, consults, data) { Mute = mute, Excluded = excluded }));

    public static Codec<HandedCall> HandedCall { get; } = Described<HandedCall>(f => f.Is(
        f.Field("Parties", x => x.Parties, Codecs.ListOf(Party)), f.Field("Rings", x => x.Rings, Codecs.ListOf(Ring)),
        f.Field("Alerted", x => x.Alerted, Codecs.Texts), f.Field("UserData", x => x.UserData, ListFormat.OrNone),
        (parties, rings, alerted, data) => new(parties, rings, alerted, data)));

    public static Codec<UserDataChange> UserDataChange { get; } = new UnionCodec<UserDataChange>(
        new Case<UserDataChange, UserDataChange.Attach>(0, "Attach", Described<UserDataChange.Attach>(f => f.Is(
            f.Field("Pairs", x => x.Pairs, ListFormat.Instance), pairs => new(pairs)))),
        new Case<UserDataChange, UserDataChange.Delete>(1, "Delete", Described<UserDataChange.Delete>(f => f.Is(f.Text("Key", x => x.Key), key => new(key)))));

    public static Codec<Requester.Client> Client { get; } = Described<Requester.Client>(f => f.Is(
        f.Int("Id", x => x.Id), f.TextOrNone("Request", x => x.Request), f.Field("ReferenceID", x => x.ReferenceID, Codecs.LongOrNone),
        (id, request, reference) => new(id, request, reference)));

    public static Codec<Requester> Requester { get; } = new UnionCodec<Requester>(
        new Case<Requester, Requester.Client>(0, "Client", Client),
        new Case<Requester, Requester.Phone>(1, "Phone", Described<Requester.Phone>(f => f.Is(f.Long("Act", x => x.Act), act => new(act)))),
        new Case<Requester, Requester.Habit>(2, "Habit", Described<Requester.Habit>(f => f.Is(CallModel.Dns.Requester.Habit.Instance))));

    public static Codec<PhoneAct> PhoneAct { get; } = Described<PhoneAct>(f => f.Is(
        f.Text("Number", x => x.Number), f.Field("Action", x => x.Action, Vocabulary.PhoneAction), f.TextOrNone("Destination", x => x.Destination),
        f.Field("ConnID", x => x.ConnID, Codecs.ConnIDOrNone), (number, action, destination, call) => new(number, action, destination, call)));

    public static Codec<PhoneOutcome> PhoneOutcome { get; } = new UnionCodec<PhoneOutcome>(
        new Case<PhoneOutcome, PhoneOutcome.Done>(0, "Done", Described<PhoneOutcome.Done>(f => f.Is(CallModel.Phones.PhoneOutcome.Done.Instance))),
        new Case<PhoneOutcome, PhoneOutcome.NotAllowed>(1, "NotAllowed", Described<PhoneOutcome.NotAllowed>(f => f.Is(
            f.Int("Code", x => x.Code), f.Text("Why", x => x.Why), (code, why) => new(code, why)))),
        new Case<PhoneOutcome, PhoneOutcome.Ambiguous>(2, "Ambiguous", Described<PhoneOutcome.Ambiguous>(f => f.Is(f.Text("Why", x => x.Why), why => new(why)))));

    public static Codec<T> Described<T>(Func<RecordOf<T>, Codec<T>> describe) => describe(new());
}
