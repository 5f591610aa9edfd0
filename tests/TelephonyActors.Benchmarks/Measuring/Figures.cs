using Akka.Actor;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Order;

namespace TelephonyActors.Benchmarks.Measuring;

/// <summary>What is reported of a benchmark: wall time, operations a second, processor time and garbage, each per operation.</summary>
public sealed class Figures : ManualConfig
{
    public Figures()
    {
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        AddColumn(TargetMethodColumn.Type, TargetMethodColumn.Method);
        AddColumnProvider(DefaultColumnProviders.Params, DefaultColumnProviders.Metrics);
        AddDiagnoser(MemoryDiagnoser.Default, new RateDiagnoser());
        WithOption(ConfigOptions.JoinSummary, true);
        Orderer = new DefaultOrderer(SummaryOrderPolicy.Declared);
        WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
    }

    /// <summary>The assembly that the actors run on, with its version: which Akka.NET was measured.</summary>
    public static string Akka
    {
        get
        {
            var assembly = typeof(ActorSystem).Assembly.GetName();
            return $"{assembly.Name} {assembly.Version}";
        }
    }
}
