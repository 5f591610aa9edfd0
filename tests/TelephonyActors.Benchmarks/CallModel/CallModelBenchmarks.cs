using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Measuring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Benchmarks.CallModel;

/// <summary>
/// The pure call model on one thread, without actors. An operation is a basic call between two of two thousand DNs: three requests
/// read, decided by the DNs and the call to the end, and every event made that a client hears who has registered both DNs and monitors
/// calls.
/// </summary>
[Runs(warmups: 6, iterations: 15)]
public class CallModelBenchmarks
{
    private const int Pairs = 1_000;
    private const int Calls = 20_000;

    private readonly DeciderRouter _router = new(BasicCall.Plan(Pairs));

    // A client knows its numbers; writing them down is no part of a call.
    private readonly (string Caller, string Callee)[] _numbers =
        [.. Enumerable.Range(0, Pairs).Select(pair => (BasicCall.Caller(pair), BasicCall.Callee(pair)))];

    [Benchmark(OperationsPerInvoke = Calls)]
    public void BasicCalls()
    {
        for (var i = 0; i < Calls; i++) Make(i % Pairs);
    }

    private void Make(int pair)
    {
        var (caller, callee) = _numbers[pair];
        _router.Send(RequestName.TMakeCall, caller, other: callee);
        var call = Hear(EventName.EventRinging).ConnID!;
        _router.Send(RequestName.TAnswerCall, callee, call);
        Hear(EventName.EventEstablished);
        _router.Send(RequestName.TReleaseCall, caller, call);
        Hear(EventName.EventCallDeleted);
    }

    private TEvent Hear(EventName name)
    {
        foreach (var heard in _router.Heard)
            if (heard.Event == name) return heard;
        throw new InvalidOperationException($"{name} was not heard: the call went wrong");
    }
}
