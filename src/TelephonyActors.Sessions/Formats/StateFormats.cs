using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Formats;

/// <summary>The states of entities, for snapshots; what a state has from the switch's plan comes from there.</summary>
internal sealed class StateFormats(SwitchPlan plan)
{
    public Codec<Call> Call { get; } = Parts.Described<Call>(f => f.Is(
        f.Field("Header", x => x.Header, HeaderFormat.Instance),
        f.Field("Phase", x => x.Phase, Phase),
        f.Field("Parties", x => x.Parties, Codecs.ListOf(Parts.Party)),
        f.Field("Rings", x => x.Rings, Codecs.ListOf(Parts.Ring)),
        f.Field("Ids", x => new CallIds(x.NextPartyID, x.NextRing, x.Sequence, x.PartyIDs, x.UserData), Ids),
        f.Field("Alerted", x => x.Alerted, Codecs.Texts),
        f.Field("Errand", x => x.Errand, Errand),
        f.Field("Waiting", x => x.Waiting, new QueueCodec<CallInput>(CallFormats.Input)),
        (header, phase, parties, rings, ids, alerted, errand, waiting) => new()
        {
            Plan = plan,
            Header = header,
            Phase = phase,
            Parties = parties,
            Rings = rings,
            PartyIDs = ids.PartyIDs,
            NextPartyID = ids.NextParty,
            NextRing = ids.NextRing,
            Sequence = ids.Sequence,
            UserData = ids.UserData,
            Alerted = alerted,
            Errand = errand,
            Waiting = waiting,
        }));

    public Codec<Dn> Dn { get; } = Parts.Described<Dn>(f => f.Is(
        f.Text("Number", x => x.Number),
        f.Field("Features", x => new Features(x.DoesNotDisturb, x.Forward, x.Sequence, x.Attempts), FeaturesFormat),
        f.Field("Clients", x => x.Clients, Codecs.ListOf(Codecs.Int)),
        f.Field("Calls", x => x.Calls.ToImmutableArray(), Codecs.ListOf(DnCall)),
        f.Field("Hook", x => x.Hook, Hook),
        f.Field("InHand", x => x.InHand, InHand),
        f.Field("Waiting", x => x.Waiting, new QueueCodec<DnInput>(DnFormats.Input)),
        f.Field("Forsaken", x => x.Forsaken, Codecs.ListOf(Codecs.Long)),
        (number, features, clients, calls, hook, inHand, waiting, forsaken) => CallModel.Dns.Dn.Of(plan, number) with
        {
            DoesNotDisturb = features.DoesNotDisturb,
            Forward = features.Forward,
            Sequence = features.Sequence,
            Attempts = features.Attempts,
            Clients = clients,
            Calls = [.. calls],
            Hook = hook,
            InHand = inHand,
            Waiting = waiting,
            Forsaken = forsaken,
        }));

    public Codec<SharedLine> Line { get; } = Parts.Described<SharedLine>(f => f.Is(
        f.Text("Number", x => x.Number), f.Field("Appearances", x => x.Appearances, Codecs.ListOf(Use)), (number, appearances) => new(number, appearances)));

    private static Codec<CallPhase> Phase => new UnionCodec<CallPhase>(
        Case<CallPhase, CallPhase.Silent>(0, "Silent", f => f.Is(f.Field("Order", x => x.Order, Parts.DialOrder), order => new(order))),
        Case<CallPhase, CallPhase.Dialing>(1, "Dialing", f => f.Is(f.Text("Dialed", x => x.Dialed), dialed => new(dialed))),
        Case<CallPhase, CallPhase.Unreachable>(2, "Unreachable", f => f.Is(f.Text("Dialed", x => x.Dialed), dialed => new(dialed))),
        Case<CallPhase, CallPhase.Answered>(3, "Answered", f => f.Is(CallPhase.Answered.Instance)),
        Case<CallPhase, CallPhase.Over>(4, "Over", f => f.Is(CallPhase.Over.Instance)),
        Case<CallPhase, CallPhase.JoinedInto>(5, "JoinedInto", f => f.Is(f.Field("Held", x => x.Held, Codecs.ConnID), held => new(held))));

    private static Codec<CallIds> Ids => Parts.Described<CallIds>(f => f.Is(
        f.Int("NextParty", x => x.NextParty), f.Int("NextRing", x => x.NextRing), f.Long("Sequence", x => x.Sequence),
        f.Field("PartyIDs", x => x.PartyIDs, Codecs.ListOf(PartyID)), f.Field("UserData", x => x.UserData, ListFormat.OrNone),
        (party, ring, sequence, ids, data) => new(party, ring, sequence, ids, data)));

    private static Codec<ReservedID> PartyID => Parts.Described<ReservedID>(f => f.Is(f.Text("Dn", x => x.Dn), f.Int("Id", x => x.Id), (dn, id) => new(dn, id)));

    private static Codec<Reach> Reach => Parts.Described<Reach>(f => f.Is(
        f.Field("Kind", x => x.Kind, Vocabulary.RingKind), f.Text("Number", x => x.Number), f.Text("Requester", x => x.Requester),
        f.Long("Attempt", x => x.Attempt), f.Text("Asked", x => x.Asked), f.Field("Way", x => x.Way, Vocabulary.RingWay),
        f.Field("Forwarders", x => x.Forwarders, Codecs.Texts), f.Field("Rest", x => new ReachRest(x.Replaces, x.UserData), ReachRestFormat),
        (kind, number, requester, attempt, asked, way, forwarders, rest) => new(kind, number, requester, attempt)
        {
            Asked = asked,
            Way = way,
            Forwarders = forwarders,
            Replaces = rest.Replaces,
            UserData = rest.UserData,
        }));

    private static Codec<ReachRest> ReachRestFormat => Parts.Described<ReachRest>(f => f.Is(
        f.TextOrNone("Replaces", x => x.Replaces), f.Field("UserData", x => x.UserData, ListFormat.OrNone), (replaces, data) => new(replaces, data)));

    private static Codec<Errand.Offering> Offering => Parts.Described<Errand.Offering>(f => f.Is(
        f.Field("Reach", x => x.Reach, Reach), f.Field("Seat", x => x.Seat, Parts.SeatOrNone), f.Int("Ring", x => x.Ring),
        f.Field("Outstanding", x => x.Outstanding, Codecs.Texts), f.Field("Accepted", x => x.Accepted, Codecs.Texts), f.TextOrNone("OnNoAnswer", x => x.OnNoAnswer),
        (reach, seat, ring, outstanding, accepted, next) => new(reach, seat, ring, outstanding, accepted, next)));

    private static Codec<Errand> Errand => new UnionCodec<Errand>(
        Case<Errand, Errand.None>(0, "None", f => f.Is(CallModel.Calls.Errand.None.Instance)),
        Case<Errand, Errand.Seating>(1, "Seating", f => f.Is(f.Field("Reach", x => x.Reach, Reach), f.Text("Line", x => x.Line), (reach, line) => new(reach, line))),
        new Case<Errand, Errand.Offering>(2, "Offering", Offering),
        Case<Errand, Errand.AskingToJoin>(3, "AskingToJoin", f => f.Is(
            f.Field("Kind", x => x.Kind, Vocabulary.JoinKind), f.Text("Dn", x => x.Dn), f.Long("Attempt", x => x.Attempt), f.Field("Held", x => x.Held, Codecs.ConnID),
            (kind, dn, attempt, held) => new(kind, dn, attempt, held))),
        Case<Errand, Errand.HandingOver>(4, "HandingOver", f => f.Is(f.Field("Held", x => x.Held, Codecs.ConnID), held => new(held))),
        Case<Errand, Errand.AgreedToTake>(5, "AgreedToTake", f => f.Is(
            f.Field("From", x => x.From, Codecs.ConnID), f.Text("Dn", x => x.Dn), f.Long("Attempt", x => x.Attempt), (from, dn, attempt) => new(from, dn, attempt))),
        Case<Errand, Errand.Probing>(6, "Probing", f => f.Is(f.Text("Dn", x => x.Dn), f.Long("Attempt", x => x.Attempt), (dn, attempt) => new(dn, attempt))),
        Case<Errand, Errand.AwaitingHold>(7, "AwaitingHold", f => f.Is(f.Field("Reached", x => x.Reached, Offering), reached => new(reached))));

    private static Codec<Features> FeaturesFormat => Parts.Described<Features>(f => f.Is(
        f.Flag("DoesNotDisturb", x => x.DoesNotDisturb), f.Field("Forward", x => x.Forward, Codecs.OrNone(Forward)), f.Long("Sequence", x => x.Sequence),
        f.Long("Attempts", x => x.Attempts), (dnd, forward, sequence, attempts) => new(dnd, forward, sequence, attempts)));

    private static Codec<Forward> Forward => Parts.Described<Forward>(f => f.Is(
        f.Field("Mode", x => x.Mode, Vocabulary.ForwardMode), f.Text("Number", x => x.Number), (mode, number) => new(mode, number)));

    private static Codec<DnCall> DnCall => Parts.Described<DnCall>(f => f.Is(
        f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Field("CallType", x => x.CallType, Vocabulary.CallType), f.Field("State", x => x.State, Vocabulary.PartyState),
        f.Field("Seat", x => x.Seat, Parts.SeatOrNone), f.Flag("Consults", x => x.Consults), f.Field("CameAs", x => x.CameAs, Codecs.ConnID),
        (call, type, state, seat, consults, cameAs) => new(call, type, state, seat, consults) { CameAs = cameAs }));

    private static Codec<Hook> Hook => new UnionCodec<Hook>(
        Case<Hook, Hook.On>(0, "On", f => f.Is(CallModel.Dns.Hook.On.Instance)),
        Case<Hook, Hook.Off>(1, "Off", f => f.Is(CallModel.Dns.Hook.Off.Instance)),
        Case<Hook, Hook.Seized>(2, "Seized", f => f.Is(f.Field("Seat", x => x.Seat, Parts.Seat), f.Long("Attempt", x => x.Attempt), (seat, attempt) => new(seat, attempt))));

    private static Codec<InHand> InHand => new UnionCodec<InHand>(
        Case<InHand, InHand.Nothing>(0, "Nothing", f => f.Is(CallModel.Dns.InHand.Nothing.Instance)),
        Case<InHand, InHand.ByCall>(1, "ByCall", f => f.Is(
            By(f), Attempt(f), f.Field("ConnID", x => x.ConnID, Codecs.ConnID), (by, attempt, call) => new(by, attempt, call))),
        Case<InHand, InHand.Dialing>(2, "Dialing", f => f.Is(
            By(f), Attempt(f), f.Field("Seat", x => x.Seat, Parts.SeatOrNone), f.Flag("Consults", x => x.Consults), f.Flag("FromOffHook", x => x.FromOffHook),
            (by, attempt, seat, consults, offHook) => new(by, attempt, seat, consults, offHook))),
        Case<InHand, InHand.Seizing>(3, "Seizing", f => f.Is(
            By(f), Attempt(f), f.TextOrNone("Number", x => x.Number), f.Field("UserData", x => x.UserData, ListFormat.OrNone),
            (by, attempt, number, data) => new(by, attempt, number, data))),
        Case<InHand, InHand.Choosing>(4, "Choosing", f => f.Is(By(f), Attempt(f), f.Flag("Retrieve", x => x.Retrieve), (by, attempt, retrieve) => new(by, attempt, retrieve))),
        Case<InHand, InHand.Consulting>(5, "Consulting", f => f.Is(
            By(f), Attempt(f), f.Field("Held", x => x.Held, Codecs.ConnID), f.Text("Number", x => x.Number), f.Field("UserData", x => x.UserData, ListFormat.OrNone),
            (by, attempt, held, number, data) => new(by, attempt, held, number, data))));

    private static Codec<AppearanceUse> Use => new UnionCodec<AppearanceUse>(
        Case<AppearanceUse, AppearanceUse.Free>(0, "Free", f => f.Is(AppearanceUse.Free.Instance)),
        Case<AppearanceUse, AppearanceUse.Seized>(1, "Seized", f => f.Is(f.Text("Member", x => x.Member), member => new(member))),
        Case<AppearanceUse, AppearanceUse.Occupied>(2, "Occupied", f => f.Is(
            f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Flag("Connected", x => x.Connected), f.Flag("Held", x => x.Held),
            (call, connected, held) => new(call, connected, held))),
        Case<AppearanceUse, AppearanceUse.Vacating>(3, "Vacating", f => f.Is(
            f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Field("Waiting", x => x.Waiting, Codecs.ListOf(LineFormats.Input)),
            (call, waiting) => new(call, waiting))));

    private static Field<T, Requester> By<T>(RecordOf<T> f)
        where T : InHand.Awaiting => f.Field("By", x => x.By, Parts.Requester);

    private static Field<T, long> Attempt<T>(RecordOf<T> f)
        where T : InHand.Awaiting => f.Long("Attempt", x => x.Attempt);

    private static Case<T, TCase> Case<T, TCase>(int number, string name, Func<RecordOf<TCase>, Codec<TCase>> describe)
        where T : class
        where TCase : class, T => new(number, name, describe(new()));

    private sealed record CallIds(int NextParty, int NextRing, long Sequence, ImmutableArray<ReservedID> PartyIDs, KVList? UserData);

    private sealed record ReachRest(string? Replaces, KVList? UserData);

    private sealed record Features(bool DoesNotDisturb, Forward? Forward, long Sequence, long Attempts);
}
