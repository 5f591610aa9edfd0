using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace TelephonyActors.Benchmarks.Measuring;

/// <summary>
/// How often a benchmark runs. Each run does many operations, so one invocation is an iteration. It runs in this process, which
/// is built and configured as the host is.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RunsAttribute : Attribute, IConfigSource
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    public RunsAttribute(int warmups, int iterations)
    {
        var job = Job.Default
            .WithToolchain(new InProcessEmitToolchain(Limit, logOutput: true))
            .WithInvocationCount(1)
            .WithUnrollFactor(1)
            .WithWarmupCount(warmups)
            .WithIterationCount(iterations)
            .WithId(Figures.Akka);
        Config = ManualConfig.CreateEmpty().AddJob(job);
        (Warmups, Iterations) = (warmups, iterations);
    }

    public int Warmups { get; }

    public int Iterations { get; }

    public IConfig Config { get; }
}
