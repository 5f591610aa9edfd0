using System.Collections.Immutable;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Recording;

/// <summary>The calls that EventRegistered and EventAddressInfo tell of.</summary>
internal static class DescribedCalls
{
    public static ImmutableArray<ConnID> Of(TEvent described) =>
        [.. ((ImmutableArray<object>)described.Extensions!["Calls"]!).OfType<KVList>().Select(ConnIDOf)];

    private static ConnID ConnIDOf(KVList call) =>
        ConnID.TryParse((string)call["ConnID"]!, out var connID) ? connID : throw new InvalidOperationException("a call has no ConnID");
}
