using TelephonyActors.Scenarios.Loading;
using TelephonyActors.TLibrary;
using static TelephonyActors.Switch.Tests.Fixtures.Office;

namespace TelephonyActors.Switch.Tests.Threads;

/// <summary>What happens at the same moment on real threads.</summary>
public sealed class RaceTests
{
    private const int Rounds = 500;

    /// <summary>A call that has just ended still refuses what was on its way to it, and so does the parent of the calls afterwards.</summary>
    [Theory]
    [InlineData(B)]
    [InlineData(Line)]
    public async Task Of_two_releases_at_the_same_moment_each_is_answered_once_released_or_no_such_call(string called)
    {
        await using var running = await RunningSwitch.Start(Plan(TimeSpan.FromHours(1)));
        using var caller = Connect(running, A);
        using var answerer = Connect(running, called);
        using var together = new Barrier(2);

        SideBySide.Run(
        [
            () => Rounds.Times(() =>
            {
                caller.Send(RequestName.TMakeCall, A, other: called);
                Release(caller, A, together);
            }),
            () => Rounds.Times(() =>
            {
                var ringing = Await(answerer, EventName.EventRinging);
                answerer.Send(RequestName.TAnswerCall, called, ringing.ConnID);
                Release(answerer, called, together);
            }),
        ]);

        Assert.Empty(caller.Violations());
        Assert.Empty(answerer.Violations());
    }

    [Fact]
    public async Task Clients_that_come_ask_and_go_on_many_threads_leave_the_others_alone()
    {
        await using var running = await RunningSwitch.Start(Plan());
        using var staying = Connect(running, A, B);
        SideBySide.Run(Enumerable.Range(0, 4).Select<int, Action>(_ => () => Rounds.Times(() =>
        {
            using var passing = new ThreadClient(running.Switch);
            passing.Send(RequestName.TRegisterAddress, A);
            passing.Send(RequestName.TStartCallMonitoring);
            passing.Send(RequestName.TQueryAddress, B);
        })));

        staying.Send(RequestName.TMakeCall, A, other: B);
        var ringing = Await(staying, EventName.EventRinging);
        staying.Send(RequestName.TReleaseCall, B, ringing.ConnID);
        staying.Send(RequestName.TReleaseCall, A, ringing.ConnID);
        staying.AwaitAnswers();
        Assert.Empty(staying.Violations());
    }

    private static ThreadClient Connect(RunningSwitch running, params string[] dns)
    {
        var client = new ThreadClient(running.Switch);
        foreach (var dn in dns) client.Send(RequestName.TRegisterAddress, dn);
        client.AwaitAnswers();
        return client;
    }

    // Both sides talk, and release at the same moment.
    private static void Release(ThreadClient client, string dn, Barrier together)
    {
        var established = Await(client, EventName.EventEstablished);
        Assert.True(together.SignalAndWait(SideBySide.Patience));
        client.Send(RequestName.TReleaseCall, dn, established.ConnID);
        var released = 0;
        while (released == 0 || !client.IsAnswered)
        {
            var heard = client.Next();
            if (heard.Event == EventName.EventReleased) released++;
            else if (heard.Event == EventName.EventError) Assert.Equal((56, Words.Of(RequestName.TReleaseCall)), (heard.ErrorCode, heard.Request));
        }

        Assert.Equal(1, released);
        Assert.True(together.SignalAndWait(SideBySide.Patience));
    }

    private static TEvent Await(ThreadClient client, EventName name)
    {
        while (true)
        {
            var heard = client.Next();
            Assert.NotEqual(EventName.EventError, heard.Event);
            if (heard.Event == name) return heard;
        }
    }
}
