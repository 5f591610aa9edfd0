using TelephonyActors.CallModel.Tests.World;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>All that a refused request must leave as it was (chapter 8), one line for each thing.</summary>
internal static class Picture
{
    public static IReadOnlyList<string> Of(ModelWorld world) =>
    [
        .. world.CallEntities.Select(call =>
            $"{call.Name}: {call.Call.Phase} [{string.Join(", ", call.Call.Parties)}] [{string.Join(", ", call.Call.Rings)}] {call.Call.Sequence}"),
        .. world.Dns.Values.Select(dn =>
            $"{dn.Name}: {dn.Dn.Hook} [{string.Join(", ", dn.Dn.Calls)}] [{string.Join(", ", dn.Dn.Clients)}] {dn.Dn.Sequence}"),
        .. world.Lines.Values.Select(line => $"{line.Name}: [{string.Join<object>(", ", line.Line.Appearances)}]"),
        .. world.Timers.Armed.Select(timer => $"{timer.Entity.Name}: {timer.Message} at {timer.Due:O}"),
        $"watchers: {string.Join(", ", world.Monitor.Watchers.Clients)}",
        $"{world.Reported.Count} events reported",
    ];

    public static void Compare(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var line in after.Except(before)) throw new InvariantBroken(8, $"a refused request changed something: {line}");
        foreach (var line in before.Except(after)) throw new InvariantBroken(8, $"a refused request changed something: {line} is gone");
    }
}
