using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Dns;

/// <summary>The Extensions of EventRegistered, EventAddressInfo and EventPartyInfo (call models, chapter 8).</summary>
internal static class Descriptions
{
    public static KVList Of(DnCalls calls, bool doesNotDisturb, Forward? forward)
    {
        var described = KVList.Empty
            .With("Calls", calls.Select(call => (object)Of(call)).ToImmutableArray())
            .With("DND", doesNotDisturb);
        return forward is not null
            ? described.With("Forward", KVList.Empty.With("Mode", Words.Of(forward.Mode)).With("DN", forward.Number))
            : described;
    }

    public static KVList Of(ImmutableArray<Party> parties) => KVList.Empty
        .With("Parties", parties.Select(party => (object)Of(party)).ToImmutableArray());

    private static KVList Of(DnCall call) => AppearanceIndex.AddTo(
        KVList.Empty
            .With("ConnID", call.ConnID.ToString())
            .With("State", Words.Of(call.State))
            .With("CallType", Words.Of(call.CallType)),
        call.Seat);

    private static KVList Of(Party party) => KVList.Empty
        .With("DN", party.Dn)
        .With("PartyID", (long)party.Id)
        .With("State", Words.Of(party.State));
}
