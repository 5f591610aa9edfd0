using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.CallModel;
using TelephonyActors.Benchmarks.Measuring;
using TelephonyActors.Scenarios.Checking;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Benchmarks.Checking;

/// <summary>
/// The invariant checker as a load uses it: one for every pair of DNs, fed with the fifteen events of basic calls and told of each of
/// the three rests of a call. An operation is an event. The events are made before.
/// </summary>
[Runs(warmups: 6, iterations: 15)]
public class CheckerBenchmarks
{
    private const int Pairs = 1_000;
    private const int CallsOfEach = 4;
    private const int EventsOfCall = 15;

    private readonly List<(int Pair, TEvent? Heard)> _stream = [];
    private readonly InvariantChecker[] _checkers = new InvariantChecker[Pairs];
    private int _violations;

    [GlobalSetup]
    public void Record()
    {
        var router = new DeciderRouter(BasicCall.Plan(Pairs));
        for (var call = 0; call < Pairs * CallsOfEach; call++) Record(router, call % Pairs);
    }

    [IterationSetup]
    public void Begin()
    {
        var facts = new SwitchFacts();
        for (var pair = 0; pair < Pairs; pair++)
            _checkers[pair] = new InvariantChecker(facts, complete: true, RequestKnowledge.None, _ => _violations++);
    }

    [Benchmark(OperationsPerInvoke = Pairs * CallsOfEach * EventsOfCall)]
    public void Events()
    {
        var position = 0L;
        foreach (var (pair, heard) in _stream)
        {
            if (heard is null) _checkers[pair].AtRest();
            else _checkers[pair].Hear(heard, ++position);
        }

        if (_violations > 0) throw new InvalidOperationException("The checker found a violation in basic calls: what it took is no measure");
    }

    private void Record(DeciderRouter router, int pair)
    {
        var (caller, callee) = (BasicCall.Caller(pair), BasicCall.Callee(pair));
        Send(router, pair, RequestName.TMakeCall, caller, other: callee);
        var call = _stream[^2].Heard!.ConnID;
        Send(router, pair, RequestName.TAnswerCall, callee, call);
        Send(router, pair, RequestName.TReleaseCall, caller, call);
    }

    private void Send(DeciderRouter router, int pair, RequestName name, string dn, ConnID? call = null, string? other = null)
    {
        router.Send(name, dn, call, other);
        foreach (var heard in router.Heard) _stream.Add((pair, heard));
        _stream.Add((pair, null));
    }
}
