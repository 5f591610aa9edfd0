using System.Collections.Immutable;

namespace TelephonyActors.CallModel.Calls;

/// <summary>The parties of a call: a DN is a party once, so that its number tells which.</summary>
internal static class PartyList
{
    public static Party? Of(this ImmutableArray<Party> parties, string dn)
    {
        foreach (var party in parties)
            if (party.Dn == dn) return party;
        return null;
    }

    /// <summary>The party ID that is kept for a member of a line; 0: the DN has none.</summary>
    public static int Of(this ImmutableArray<ReservedID> ids, string dn)
    {
        foreach (var reserved in ids)
            if (reserved.Dn == dn) return reserved.Id;
        return 0;
    }

    /// <summary>DNs that join together, in the order of the party IDs that are kept for them.</summary>
    public static ImmutableArray<string> Order(this ImmutableArray<ReservedID> ids, ImmutableArray<string> dns)
    {
        if (dns.Length == 1) return dns;

        var ordered = ImmutableArray.CreateBuilder<string>(dns.Length);
        foreach (var reserved in ids)
            if (dns.Contains(reserved.Dn)) ordered.Add(reserved.Dn);
        return ordered.DrainToImmutable();
    }

    /// <summary>Whether the DN of a party is among them.</summary>
    public static bool Has(this ImmutableArray<Party> parties, Party party) => parties.Of(party.Dn) is not null;

    public static ImmutableArray<Party> With(this ImmutableArray<Party> parties, Party changed) =>
        parties.SetItem(Place(parties, changed.Dn), changed);

    public static ImmutableArray<Party> Without(this ImmutableArray<Party> parties, Party party) =>
        Place(parties, party.Dn) is var at && at < 0 ? parties : parties.RemoveAt(at);

    private static int Place(ImmutableArray<Party> parties, string dn)
    {
        for (var at = 0; at < parties.Length; at++)
            if (parties[at].Dn == dn) return at;
        return -1;
    }
}
