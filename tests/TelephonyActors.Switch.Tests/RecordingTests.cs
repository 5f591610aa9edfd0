using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch.Recording;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Tests;

/// <summary>The seam at which a switch is recorded (architecture, Recording).</summary>
public sealed class RecordingTests
{
    [Fact]
    public void Clients_hear_nothing_before_it_is_kept()
    {
        var recorder = new HoldingRecorder();
        using var simulated = SimulatedSwitch.Start(Office.Plan(), record: _ => new(recorder));
        var client = new TestClient(simulated.Switch);
        var outcomes = new List<PhoneOutcome>();
        client.Send(RequestName.TRegisterAddress, Office.A);
        client.Send(RequestName.TStartCallMonitoring);
        client.Send(RequestName.TQueryAddress, Office.Nobody);
        simulated.Switch.Act(new PhoneAct(Office.A, PhoneAction.Dial, Office.B, null), outcomes.Add);
        simulated.Settle();
        Assert.Empty(client.Heard);
        Assert.Empty(outcomes);

        recorder.Keep();
        Assert.Equal(EventName.EventLinkConnected, client.Heard[0].Event);
        foreach (var heard in new[] { EventName.EventRegistered, EventName.EventACK, EventName.EventError, EventName.EventDialing, EventName.EventCallCreated })
            Assert.Contains(client.Heard, e => e.Event == heard);
        Assert.Equal([PhoneOutcome.Done.Instance], outcomes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void A_client_that_goes_away_leaves_every_DN_it_has_registered_and_no_other(int registered)
    {
        var recorder = new HoldingRecorder();
        var numbers = Enumerable.Range(100, 400).Select(number => $"{number}").ToList();
        var plan = new SwitchPlan("many", [.. numbers.Select(number => new DnPlan(number, 1, Habits.None))], [], [], TimeSpan.Zero);
        using var simulated = SimulatedSwitch.Start(plan, record: _ => new(recorder));
        var client = new TestClient(simulated.Switch);
        foreach (var number in numbers.Take(registered)) client.Send(RequestName.TRegisterAddress, number);
        simulated.Settle();
        client.Dispose();
        simulated.Settle();

        Assert.Equal(
            numbers.Take(registered),
            recorder.Taken.OfType<DnRecord>().Where(record => record.Input is DnInput.ClientGone).Select(record => record.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_client_hears_the_same_with_and_without_recording()
    {
        Assert.Equal(Heard(recorder: null), Heard(new PromptRecorder()));
    }

    [Fact]
    public void What_an_entity_sent_is_recorded_before_what_comes_of_it()
    {
        var recorder = new HoldingRecorder();
        Heard(recorder);
        var sent = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var passed = 0;
        foreach (var record in recorder.Taken)
        {
            if (InputOf(record) is { } input)
            {
                Assert.Contains(input, sent);
                passed++;
            }

            foreach (var output in SentBy(record)) sent.Add(output);
        }

        Assert.True(passed > 20);
    }

    [Fact]
    public void The_stop_of_a_call_that_is_over_is_its_last_record()
    {
        var recorder = new HoldingRecorder();
        Heard(recorder);
        var stopped = Assert.Single(recorder.Taken.OfType<CallStopped>());
        var last = recorder.Taken.FindLastIndex(record => record is CallRecord call && call.ConnID == stopped.ConnID);
        Assert.True(last < recorder.Taken.IndexOf(stopped));
        Assert.Equal(CallPhase.Over.Instance, ((CallRecord)recorder.Taken[last]).Next.Phase);
    }

    // A call to the shared line, answered by its second member and released.
    private static List<string> Heard(IRecorder? recorder)
    {
        using var simulated = SimulatedSwitch.Start(Office.Plan(), record: recorder is null ? null : _ => new(recorder));
        var client = new TestClient(simulated.Switch);
        foreach (var dn in Office.Dns) client.Send(RequestName.TRegisterAddress, dn);
        client.Send(RequestName.TStartCallMonitoring);
        client.Send(RequestName.TMakeCall, Office.A, other: Office.Line);
        simulated.Settle();
        var call = new ConnID(SimulatedSwitch.FirstConnID);
        client.Send(RequestName.TAnswerCall, Office.Second, call);
        simulated.Settle();
        client.Send(RequestName.TReleaseCall, Office.A, call);
        simulated.Settle();
        return [.. client.Heard.Select(TLibraryJson.Write).Order(StringComparer.Ordinal)];
    }

    // What clients, phones and timers cause comes from nobody.
    private static object? InputOf(EntityRecord record) => record switch
    {
        CallRecord { Input: CallInput.Dialed dialed } => dialed.Order,
        CallRecord call => call.Input,
        LineRecord line => line.Input,
        DnRecord { Input: DnInput.Requested or DnInput.Acted or DnInput.ClientGone or DnInput.HabitDue or DnInput.SeizureTimedOut } => null,
        DnRecord dn => dn.Input,
        MonitorRecord { Input: MonitorInput.Published(var fact) } => fact,
        _ => null,
    };

    private static IEnumerable<object> SentBy(EntityRecord record) => record switch
    {
        CallRecord call => call.Outputs.Select(output => output switch
        {
            CallOutput.ToDn to => to.Input,
            CallOutput.ToLine to => to.Input,
            CallOutput.ToCall to => to.Input,
            CallOutput.Dial dial => dial.Order,
            CallOutput.Publish publish => publish.Fact,
            _ => (object)output,
        }),
        LineRecord line => line.Outputs.Select(output => output switch
        {
            LineOutput.ToDn to => to.Input,
            LineOutput.ToCall to => to.Input,
            _ => (object)output,
        }),
        DnRecord dn => dn.Outputs.Select(output => output switch
        {
            DnOutput.ToCall to => to.Input,
            DnOutput.ToLine to => to.Input,
            DnOutput.Dial dial => dial.Order,
            _ => (object)output,
        }),
        _ => [],
    };

    /// <summary>Keeps records back until it is told.</summary>
    private sealed class HoldingRecorder : IRecorder
    {
        private IDeliveries? _deliveries;

        public List<EntityRecord> Taken { get; } = [];

        public void Take(EntityRecord record) => Taken.Add(record);

        public void Keep()
        {
            foreach (var record in Taken) record.Deliver(_deliveries!);
        }

        public ValueTask ReadyAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

        public Task DrainAsync() => Task.CompletedTask;

        public void Attach(IDeliveries deliveries) => _deliveries = deliveries;
    }

    private sealed class PromptRecorder : IRecorder
    {
        private IDeliveries? _deliveries;

        public void Take(EntityRecord record)
        {
            if (record.HasDeliveries) record.Deliver(_deliveries!);
        }

        public ValueTask ReadyAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

        public Task DrainAsync() => Task.CompletedTask;

        public void Attach(IDeliveries deliveries) => _deliveries = deliveries;
    }
}
