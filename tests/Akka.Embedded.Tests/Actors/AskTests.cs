using Akka.Actor;

namespace Akka.Embedded.Tests.Actors;

public class AskTests : Spec
{
    [Fact]
    public async Task Ask_is_answered_with_the_answer()
    {
        var actor = System.ActorOf(Of(() => new Answering()));
        Assert.Equal("answer", await actor.Ask<string>("question", Patience));
        Assert.Equal("answer", await actor.Ask("question"));
    }

    [Fact]
    public async Task Ask_fails_when_no_answer_comes_in_time()
    {
        var actor = System.ActorOf(Of(() => new Answering()));
        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("silence", TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public async Task Ask_fails_with_the_cause_of_a_failure()
    {
        var actor = System.ActorOf(Of(() => new Answering()));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => actor.Ask<string>("failure", Patience));
    }

    [Fact]
    public async Task Ask_fails_when_the_answer_is_of_another_type()
    {
        var actor = System.ActorOf(Of(() => new Answering()));
        await Assert.ThrowsAsync<ArgumentException>(() => actor.Ask<int>("question", Patience));
    }

    [Fact]
    public async Task Ask_can_be_cancelled()
    {
        var actor = System.ActorOf(Of(() => new Answering()));
        using var cancellation = new CancellationTokenSource();
        var answer = actor.Ask<string>("silence", Patience, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => answer);
    }

    [Fact]
    public async Task The_asker_can_put_its_reference_into_the_question()
    {
        var actor = System.ActorOf(Of(() => new Answering()));
        Assert.Equal("to you", await actor.Ask<string>(me => me, Patience, CancellationToken.None));
    }

    [Fact]
    public async Task PipeTo_sends_the_result_and_a_failure_as_such()
    {
        var probe = MakeProbe();
        var sender = MakeProbe();
        await Task.FromResult(42).PipeTo(probe.Ref, sender.Ref);
        await probe.Expect(42);
        Assert.Equal(sender.Ref, probe.LastSender);

        await Task.FromResult(1).PipeTo(probe.Ref, success: i => $"success {i}");
        await probe.Expect("success 1");

        var failing = Task.FromException<int>(new InvalidTimeZoneException());
        await failing.PipeTo(probe.Ref);
        Assert.IsType<InvalidTimeZoneException>((await probe.Next<Status.Failure>()).Cause);
        await failing.PipeTo(probe.Ref, failure: e => e.GetType());
        await probe.Expect(typeof(InvalidTimeZoneException));
    }

    private sealed class Answering : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case "question":
                    Sender.Tell("answer");
                    break;
                case "failure":
                    Sender.Tell(new Status.Failure(new InvalidTimeZoneException()));
                    break;
                case IActorRef asker:
                    asker.Tell("to you");
                    break;
            }
        }
    }
}
