using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.Sessions.Tests.Fixtures;
using TelephonyActors.Sessions.Verifying;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Tests.Restarting;

/// <summary>
/// A recording that ends after any record, as a process that is killed leaves it, is one from which a switch goes on: what was on the
/// way arrives once, what was up can be ended, and nothing is left.
/// </summary>
public sealed class RestartTests
{
    // All moments of all flows where LONG_TESTS=1.
    private static readonly bool Long = Environment.GetEnvironmentVariable("LONG_TESTS") == "1";
    private static readonly int Every = Long ? 1 : 17;

    private static readonly string[] Files = [.. Directory.EnumerateFiles(Recorded.Flows, "*.yaml")
        .Select(Path.GetFileName).OfType<string>()
        .Order(StringComparer.Ordinal)
        .Where((_, at) => Long || at % 12 == 3)];

    public static TheoryData<string> Flows => [.. Files];

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_switch_goes_on_after_any_record(string flow)
    {
        var (header, records) = Record(flow);
        for (var cut = 1; cut <= records.Count; cut += Every) GoOn(header, records[..cut]);
    }

    [Fact]
    public void A_snapshot_is_the_switch_that_its_records_leave()
    {
        foreach (var flow in Files)
        {
            var (header, records) = Record(flow);
            for (var cut = 1; cut <= records.Count; cut += Every)
            {
                var image = Recover(header, records[..cut]).Image!;
                var bytes = ImageFormat.Write(image);
                Assert.Equal(bytes.Bytes, ImageFormat.Write(ImageFormat.Read(bytes)).Bytes);
            }
        }
    }

    private static void GoOn(RunHeader header, IReadOnlyList<SessionRecord> past)
    {
        var image = Recover(header, past).Image!;
        var recorder = new MemoryRecorder(image);
        using var simulated = SimulatedSwitch.Start(header.Switch, record: simulation =>
        {
            simulation.Rewind(past[^1].Time);
            return new SimulatedRecording(recorder);
        });
        Assert.Equal(0, image.InFlight.Count);

        // Somebody connects, finds the calls that are up, and ends them.
        var client = new Listener(simulated.Switch);
        foreach (var dn in header.Switch.Columns) client.Send(RequestName.TRegisterAddress, dn);
        client.Send(RequestName.TStartCallMonitoring, null);
        simulated.Settle();
        HangUpAll(simulated, client);
        simulated.Advance(TimeSpan.FromHours(25));
        HangUpAll(simulated, client);

        Assert.DoesNotContain(image.Entities.All, entity => entity.Id.Kind == EntityKind.Call);
        Assert.All(image.Entities.All, entity => Assert.Empty(entity.Timers));
        Assert.Equal(0, image.InFlight.Count);
        AssertSequencesRise(past, client);

        // The recording of both processes together is one that verifies.
        var all = SessionReader.Read("both", recorder.Entries(header, past));
        Assert.Empty(new SessionVerifier().Verify(all).SelectMany(divergence => divergence.Differences));
    }

    private static void HangUpAll(SimulatedSwitch simulated, Listener client)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var dn in client.Registered)
            {
                foreach (var call in client.CallsOf(simulated, dn))
                {
                    again = true;
                    client.Send(RequestName.TReleaseCall, dn, call);
                    simulated.Settle();
                }
            }

            foreach (var number in simulated.Switch.Plan.Externals.Select(external => external.Number))
            {
                simulated.Switch.Act(new CallModel.Phones.PhoneAct(number, CallModel.Phones.PhoneAction.HangUp, null, null), _ => { });
                simulated.Settle();
            }
        }

        foreach (var dn in client.Registered)
        {
            simulated.Switch.Act(new CallModel.Phones.PhoneAct(dn, CallModel.Phones.PhoneAction.HangUp, null, null), _ => { });
            simulated.Settle();
        }
    }

    // Sequence numbers go on after a restart (call models 0).
    private static void AssertSequencesRise(IReadOnlyList<SessionRecord> past, Listener client)
    {
        var last = past
            .SelectMany(HeardEvents.Of)
            .Where(heard => heard.Event.EventSequenceNumber is not null && heard.Event.ThisDN is not null)
            .GroupBy(heard => heard.Event.ThisDN!)
            .ToDictionary(column => column.Key, column => column.Max(heard => heard.Event.EventSequenceNumber!.Value));
        foreach (var heard in client.Heard)
        {
            if (heard.ThisDN is not { } dn || heard.EventSequenceNumber is not { } number) continue;
            Assert.True(number > last.GetValueOrDefault(dn), $"{dn}: {number} after {last.GetValueOrDefault(dn)}");
            last[dn] = number;
        }
    }

    private static (RunHeader Header, List<SessionRecord> Records) Record(string flow)
    {
        using var recorded = new Recorded();
        recorded.Run("flow", Path.Combine(Recorded.Flows, flow));
        var items = recorded.Items("flow").ToList();
        return (((SessionItem.Run)items[0]).Header, [.. items.OfType<SessionItem.Record>().Select(item => item.Recorded)]);
    }

    private static SessionRecovery Recover(RunHeader header, IReadOnlyList<SessionRecord> records)
    {
        var recovery = new SessionRecovery();
        recovery.Take(header);
        recovery.Take(MemoryRecorder.Pack(header, records));
        return recovery;
    }
}
