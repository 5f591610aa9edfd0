using System.Text.RegularExpressions;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Simulating;
using TelephonyActors.Switch.Tests.Fixtures;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests;

/// <summary>Sequence numbers and ids.</summary>
public sealed partial class NumberingTests
{
    [Fact]
    public void EventSequenceNumber_rises_by_one_in_each_DN_and_in_the_monitoring_of_each_call()
    {
        using var bench = new Bench();
        BusyHour(bench);

        var sources = bench.Client.Heard
            .Where(heard => heard.EventSequenceNumber is not null)
            .GroupBy(heard => heard.ThisDN ?? heard.ConnID!.ToString())
            .ToList();
        Assert.Equal(Office.Dns.Length + 5, sources.Count);
        Assert.All(sources, source => Assert.Equal(
            Enumerable.Range(1, source.Count()).Select(number => (long?)number), source.Select(heard => heard.EventSequenceNumber)));
    }

    [Fact]
    public void Numbers_go_on_where_nobody_listened()
    {
        using var bench = new Bench();
        bench.Client.Send(RequestName.TUnregisterAddress, B);
        bench.Settle();
        bench.Ask(RequestName.TReleaseCall, A, bench.Dial(A, B));
        bench.Client.Send(RequestName.TRegisterAddress, B);
        bench.Settle();
        bench.Client.News();
        bench.Dial(A, B);
        Assert.Equal(3, Assert.Single(bench.Client.News(), heard => heard.ThisDN == B).EventSequenceNumber);
    }

    [Fact]
    public void Every_call_has_a_ConnID_a_CallUUID_and_a_CallID_of_its_own_and_bears_them_in_all_its_events()
    {
        using var bench = new Bench();
        BusyHour(bench);

        var calls = bench.Client.Heard.Where(heard => heard.ConnID is not null).GroupBy(heard => heard.ConnID!.ToString()).ToList();
        Assert.All(calls, call => Assert.Single(call.Select(heard => (heard.CallUUID!.Text, heard.CallID)).Distinct()));
        Assert.Equal(calls.Count, calls.Select(call => call.First().CallUUID!.Text).Distinct().Count());
        Assert.Equal(calls.Count, calls.Select(call => call.First().CallID).Distinct().Count());
        Assert.All(calls, call => Assert.Matches(ConnIDShape(), call.Key));
        Assert.All(calls, call => Assert.Matches(CallUUIDShape(), call.First().CallUUID!.Text));
    }

    [Fact]
    public void Equal_runs_give_equal_events_with_all_their_ids_numbers_and_times()
    {
        static string Run(Choice choice)
        {
            using var bench = new Bench(choice: choice);
            BusyHour(bench);
            return string.Join('\n', bench.Client.Heard.Select(TLibraryJson.Write));
        }

        Assert.Equal(Run(Choice.InTurn()), Run(Choice.InTurn()));
        Assert.Equal(Run(Choice.Seeded(17)), Run(Choice.Seeded(17)));
    }

    [Fact]
    public void The_first_ConnID_is_the_switchs_to_choose_and_the_others_follow()
    {
        using var bench = new Bench(firstConnID: 0xF0);
        Assert.Equal(["00000000000000f0", "00000000000000f1"], new[] { bench.Dial(A, B), bench.Dial(C, Line) }.Select(call => call.ToString()));
    }

    [GeneratedRegex("^[0-9a-f]{16}$")]
    private static partial Regex ConnIDShape();

    [GeneratedRegex("^[0-9A-V]{32}$")]
    private static partial Regex CallUUIDShape();

    // Five calls: a line's, held and barged into, a conference with a consultation, one from outside, one to nobody.
    private static void BusyHour(Bench bench)
    {
        var talk = bench.Talk(A, Line, answering: Second);
        bench.Act(Line, PhoneAction.BargeIn);
        bench.Ask(RequestName.TReleaseCall, Line, talk);
        bench.Advance(TimeSpan.FromMilliseconds(1500));
        var held = bench.Dial(B, External);
        bench.Act(External, PhoneAction.Answer);
        var consultation = bench.Ask(RequestName.TInitiateConference, B, held, other: C).ConnID!;
        bench.Ask(RequestName.TAnswerCall, C, consultation);
        bench.Ask(RequestName.TCompleteConference, B, held, otherCall: consultation);
        bench.Ask(RequestName.TReleaseCall, C, held);
        bench.Act(External, PhoneAction.Dial, Line);
        bench.Ask(RequestName.TReleaseCall, A, talk);
        bench.Ask(RequestName.TMakeCall, A, other: Nobody);
    }
}
