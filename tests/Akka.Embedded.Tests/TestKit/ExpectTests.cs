using Akka.Actor;
using Xunit.Sdk;

namespace Akka.Embedded.Tests.TestKit;

/// <summary>Expecting messages.</summary>
public class ExpectTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void The_next_message_of_the_expected_type_is_returned()
    {
        TestActor.Tell("hello");
        Assert.Equal("hello", ExpectMsg<string>());
        Assert.Equal("hello", LastMessage);
    }

    [Fact]
    public void A_message_of_another_type_fails_and_is_taken()
    {
        TestActor.Tell(1);
        TestActor.Tell("hello");
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>());
        ExpectMsg("hello");
    }

    [Fact]
    public void No_message_fails()
    {
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(TimeSpan.Zero));
        Assert.Throws<IllegalActorStateException>(() => LastMessage);
        Assert.Throws<IllegalActorStateException>(() => LastSender);
    }

    [Fact]
    public void A_message_is_compared_by_its_own_equality_and_an_array_by_its_elements()
    {
        TestActor.Tell(new Named("a", 1));
        ExpectMsg(new Named("a", 1));
        TestActor.Tell(new[] { "a", "b" });
        ExpectMsg(new[] { "a", "b" });
        TestActor.Tell(new Named("a", 1));
        Assert.ThrowsAny<XunitException>(() => ExpectMsg(new Named("a", 2)));
        TestActor.Tell(new[] { "a", "b" });
        Assert.ThrowsAny<XunitException>(() => ExpectMsg(new[] { "a" }));
    }

    [Fact]
    public void A_message_is_judged_by_a_predicate_an_assertion_or_a_comparer()
    {
        foreach (var number in Enumerable.Range(1, 8))
            TestActor.Tell(number);
        Assert.Equal(1, ExpectMsg<int>(n => n == 1));
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<int>(n => n == 1));
        Assert.Equal(3, ExpectMsg<int>(n => Assert.Equal(3, n)));
        Assert.Throws<InvalidOperationException>(() => ExpectMsg<int>(_ => throw new InvalidOperationException()));
        Assert.Equal(5, ExpectMsg<int>((n, sender) => n == 5 && sender.Equals(TestActor)));
        Assert.Equal(6, ExpectMsg<int>((n, sender) => Assert.Equal(TestActor, sender)));
        Assert.Equal(7, ExpectMsg(9, (expected, actual) => expected - actual == 2));
        Assert.ThrowsAny<XunitException>(() => ExpectMsg(9, (expected, actual) => expected - actual == 2));
    }

    [Fact]
    public void The_sender_is_expected_too()
    {
        var probe = CreateTestProbe();
        foreach (var number in Enumerable.Range(1, 6))
            probe.Send(TestActor, number);
        Assert.Equal(1, ExpectMsgFrom<int>(probe));
        Assert.Equal(2, ExpectMsgFrom(probe.Ref, 2));
        Assert.Equal(3, ExpectMsgFrom<int>(probe, n => n == 3));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<int>(TestActor));
        Assert.Equal(5, ExpectMsgFrom<int>(sender => Assert.Equal(probe, sender), n => Assert.Equal(5, n)));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom(probe, 7));
        Assert.Equal(probe, LastSender);
    }

    [Fact]
    public void All_of_several_messages_come_in_any_order()
    {
        foreach (var number in new[] { 3, 1, 2, 5, 6 })
            TestActor.Tell(number);
        Assert.Equal([3, 1, 2], ExpectMsgAllOf(1, 2, 3));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf(6, 7));
        ExpectNoMsg(0);
    }

    [Fact]
    public void One_of_several_messages_comes()
    {
        TestActor.Tell(3);
        TestActor.Tell(4);
        Assert.Equal(3, ExpectMsgAnyOf([1, 2, 3]));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAnyOf([1, 2, 3]));
    }

    [Fact]
    public void A_message_where_none_is_expected_fails()
    {
        ExpectNoMsg(TimeSpan.Zero);
        TestActor.Tell(1);
        Assert.ThrowsAny<XunitException>(() => ExpectNoMsg(TimeSpan.Zero));
        ExpectNoMsg(TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task It_is_all_there_asynchronously()
    {
        TestActor.Tell("a");
        Assert.Equal("a", await ExpectMsgAsync<string>());
        TestActor.Tell("b");
        await ExpectMsgAsync("b");
        TestActor.Tell("c");
        await ExpectMsgAsync<string>(s => s == "c");
        TestActor.Tell("d");
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgAsync<int>());
        await ExpectNoMsgAsync(TimeSpan.Zero);
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgAsync<int>(TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void A_message_that_comes_later_is_waited_for()
    {
        var echo = ActorOf<Echo>();
        echo.Tell("hello");
        ExpectMsgFrom(echo, "hello");
    }

    [Fact]
    public void A_watched_actor_is_seen_to_stop()
    {
        var actor = ActorOf<Idle>();
        Assert.Same(actor, Watch(actor));
        Sys.Stop(actor);
        Assert.Equal(actor, ExpectTerminated(actor).ActorRef);
    }

    [Fact]
    public void An_actor_that_is_watched_no_more_is_not()
    {
        var actor = ActorOf<Idle>();
        var probe = CreateTestProbe();
        Watch(actor);
        probe.Watch(actor);
        Unwatch(actor);
        actor.Tell(PoisonPill.Instance);
        probe.ExpectTerminated(actor);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_watched_actor_is_seen_to_stop_asynchronously()
    {
        var actor = ActorOf<Idle>("idle");
        await WatchAsync(actor);
        actor.Tell(PoisonPill.Instance);
        await ExpectTerminatedAsync(actor);
    }

    private sealed record Named(string Name, int Number);

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Idle : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }
}
