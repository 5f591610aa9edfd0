using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>Has FsCheck look for a counterexample, and says of one how to repeat it and what happened in the shortest one found.</summary>
internal static class Checking
{
    private const string ReplayVariable = "CALLMODEL_REPLAY";

    public static void Holds<T>(Arbitrary<T> arbitrary, Action<T> property, Func<T, string> report, int runs)
    {
        var longer = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 10 : 1;
        var config = Config.Quick.WithMaxTest(runs * longer).WithRunner(new Runner<T>(report));
        if (Replayed() is { } replay) config = config.WithMaxTest(1).WithReplay(FSharpOption<Replay>.Some(replay));
        Check.One(config, Prop.ForAll(arbitrary, property));
    }

    // seed,gamma,size as a failure names them.
    private static Replay? Replayed()
    {
        if (Environment.GetEnvironmentVariable(ReplayVariable) is not { Length: > 0 } text) return null;

        var parts = text.Split(',');
        var seed = ulong.Parse(parts[0], CultureInfo.InvariantCulture);
        var gamma = ulong.Parse(parts[1], CultureInfo.InvariantCulture);
        return new Replay(new Rnd(seed, gamma), FSharpOption<int>.Some(int.Parse(parts[2], CultureInfo.InvariantCulture)));
    }

    private sealed class Runner<T>(Func<T, string> report) : IRunner
    {
        public void OnStartFixture(Type t)
        {
        }

        public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, TestResult testResult)
        {
            if (testResult is not TestResult.Failed failed) return;

            Assert.Fail($"repeat with {ReplayVariable}={failed.Item6.Seed},{failed.Item6.Gamma},{failed.Item7}\n{report((T)failed.Item3[0])}");
        }
    }
}
