using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.CallModel;
using TelephonyActors.Benchmarks.Measuring;
using TelephonyActors.Benchmarks.Switch;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Switch.Recording;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Benchmarks.Recording;

/// <summary>
/// What a recording asks of the processor: the records of basic calls of two hundred pairs at once, with call monitoring, packed into
/// batches of a thousand records that are serialized, compressed and ready for the journal. An operation is a record. The records are
/// made before; the actors that gather them and the database are not in the figure. At the end it says what a call takes in the journal.
/// </summary>
[Runs(warmups: 6, iterations: 15)]
public class RecorderBenchmarks
{
    private const int Pairs = 200;
    private const int CallsOfEach = 20;
    private const int RecordsOfCall = 22;
    private const int RecordsOfBatch = 1_000;

    private static readonly SwitchPlan Plan = BasicCall.Plan(Pairs);

    private readonly List<EntityRecord> _before = [];
    private readonly List<EntityRecord> _calls = [];
    private RecordPacker? _packer;
    private long _bytes;

    [GlobalSetup]
    public void Record()
    {
        var recorder = new Recorder(_before);
        using var simulated = SimulatedSwitch.Start(Plan, record: _ => new SimulatedRecording(recorder));
        using var done = new SemaphoreSlim(0);
        _ = new Monitoring(simulated.Switch);
        var phones = Enumerable.Range(0, Pairs).Select(pair => new PairOfPhones(simulated.Switch, pair, done)).ToList();
        simulated.Settle();
        recorder.Into = _calls;
        foreach (var pair in phones) pair.MakeCalls(CallsOfEach);
        simulated.Settle();
        recorder.Into = [];
        if (done.CurrentCount != Pairs) throw new InvalidOperationException($"{done.CurrentCount} of {Pairs} pairs made their calls");
        if (_calls.Count != Pairs * CallsOfEach * RecordsOfCall)
            throw new InvalidOperationException($"A call has {(double)_calls.Count / (Pairs * CallsOfEach)} records, not {RecordsOfCall}: the figures would be of something else");
    }

    [IterationSetup]
    public void Begin()
    {
        var header = new RunHeader(
            1, "benchmark", "", Figures.Akka, SimulatedSwitch.Epoch, HasSteps: false, new ConnID(SimulatedSwitch.FirstConnID), Plan);
        _packer = new RecordPacker(new SwitchImage(header, new InFlight(writes: true, reads: false)), int.MaxValue);
        foreach (var record in _before) _packer.Pack(record);
        _packer.Finish();
    }

    [Benchmark(OperationsPerInvoke = Pairs * CallsOfEach * RecordsOfCall)]
    public void Records()
    {
        _bytes = 0;
        var gathered = 0;
        foreach (var record in _calls)
        {
            _packer!.Pack(record);
            if (++gathered % RecordsOfBatch == 0) Finish();
        }

        if (!_packer!.IsEmpty) Finish();
    }

    [GlobalCleanup]
    public void Tell() =>
        Console.WriteLine($"// a call: {RecordsOfCall} records, {(double)_bytes / (Pairs * CallsOfEach):0} bytes in the journal's batches");

    private void Finish() => _bytes += _packer!.Finish().Batch.Bytes.Length;

    /// <summary>Keeps records, and delivers them at once.</summary>
    private sealed class Recorder(List<EntityRecord> into) : IRecorder
    {
        private IDeliveries? _deliveries;

        public List<EntityRecord> Into { get; set; } = into;

        public void Take(EntityRecord record)
        {
            Into.Add(record);
            if (record.HasDeliveries) record.Deliver(_deliveries!);
        }

        public ValueTask ReadyAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

        public Task DrainAsync() => Task.CompletedTask;

        public void Attach(IDeliveries deliveries) => _deliveries = deliveries;
    }
}
