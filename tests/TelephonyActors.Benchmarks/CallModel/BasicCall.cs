using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Benchmarks.CallModel;

/// <summary>The basic call of the benchmarks: dial, answer, the caller hangs up.</summary>
internal static class BasicCall
{
    public static SwitchPlan Plan(int pairs) => new(
        "benchmark",
        [.. Enumerable.Range(0, pairs).SelectMany(pair => new[] { Dn(Caller(pair)), Dn(Callee(pair)) })],
        [],
        [],
        ringTimeout: TimeSpan.Zero);

    public static string Caller(int pair) => $"1{pair:d4}";

    public static string Callee(int pair) => $"2{pair:d4}";

    public static TRequest Request(RequestName name, string dn, long referenceID, ConnID? call = null, string? other = null) => new()
    {
        Request = Words.Of(name),
        ReferenceID = referenceID,
        ThisDN = dn,
        ConnID = call?.ToString(),
        OtherDN = other,
    };

    private static DnPlan Dn(string number) => new(number, 1, Habits.None);
}
