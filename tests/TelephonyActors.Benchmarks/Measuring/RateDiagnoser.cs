using System.Globalization;
using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;

namespace TelephonyActors.Benchmarks.Measuring;

/// <summary>
/// Operations a second (median and best iteration), processor time per operation over all threads of the process, the load of the
/// machine while it was measured. On a machine shared with others the processor
/// time is the figure to compare; it includes the collections between iterations.
/// </summary>
public sealed class RateDiagnoser : IDiagnoser
{
    private static readonly MetricDescriptor Median = new("Op/s", "Operations a second, median of the iterations", "N0", higherIsBetter: true);
    private static readonly MetricDescriptor Best = new("Best op/s", "Operations a second, best iteration", "N0", higherIsBetter: true);
    private static readonly MetricDescriptor Cpu = new("CPU ns/op", "Processor time of the process per operation", "N1", higherIsBetter: false);
    private static readonly MetricDescriptor Load = new("Load", "Runnable processes on the machine, mean of the last minute", "N1", higherIsBetter: false);

    private TimeSpan _cpu;

    public IEnumerable<string> Ids => [nameof(RateDiagnoser)];

    public IEnumerable<IExporter> Exporters => [];

    public IEnumerable<IAnalyser> Analysers => [];

    public RunMode GetRunMode(BenchmarkCase benchmarkCase) => RunMode.NoOverhead;

    public void Handle(HostSignal signal, DiagnoserActionParameters parameters)
    {
        switch (signal)
        {
            case HostSignal.BeforeActualRun:
                _cpu = Environment.CpuUsage.TotalTime;
                break;
            case HostSignal.AfterActualRun:
                _cpu = Environment.CpuUsage.TotalTime - _cpu;
                break;
        }
    }

    public IEnumerable<Metric> ProcessResults(DiagnoserResults results)
    {
        var iterations = results.Measurements.Where(m => m.Is(IterationMode.Workload, IterationStage.Actual)).ToList();
        if (iterations.Count == 0) yield break;

        var rates = iterations.Select(m => m.Operations * 1e9 / m.Nanoseconds).Order().ToList();
        yield return new Metric(Median, rates[rates.Count / 2]);
        yield return new Metric(Best, rates[^1]);
        yield return new Metric(Cpu, _cpu.TotalNanoseconds / iterations.Sum(m => m.Operations));
        if (LoadAverage() is { } load) yield return new Metric(Load, load);
    }

    public void DisplayResults(ILogger logger)
    {
    }

    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];

    private static double? LoadAverage() =>
        File.Exists("/proc/loadavg")
            ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
            : null;

    private sealed class MetricDescriptor(string name, string legend, string format, bool higherIsBetter) : IMetricDescriptor
    {
        public string Id => name;

        public string DisplayName => name;

        public string Legend => legend;

        public string NumberFormat => format;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Unit => "";

        public bool TheGreaterTheBetter => higherIsBetter;

        public int PriorityInCategory => 0;

        public bool GetIsAvailable(Metric metric) => true;
    }
}
