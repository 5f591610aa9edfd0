using System.Collections.Immutable;

namespace TelephonyActors.CallModel.Dns;

/// <summary>
/// Lists of one client. Nearly every DN of a large switch has been registered by one client, and by one of a few: they share the list.
/// </summary>
internal static class ClientLists
{
    private const int Shared = 1024;

    // Two threads may make the same one at the same time: either will do.
    private static readonly ImmutableArray<int>[] Lists = new ImmutableArray<int>[Shared];

    public static ImmutableArray<int> Of(int client)
    {
        if ((uint)client >= Shared) return [client];

        ref var list = ref Lists[client];
        if (list.IsDefault) list = [client];
        return list;
    }
}
