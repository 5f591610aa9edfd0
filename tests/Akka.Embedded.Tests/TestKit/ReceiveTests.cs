using Akka.Actor;
using Akka.TestKit;
using Xunit.Sdk;

namespace Akka.Embedded.Tests.TestKit;

/// <summary>Taking messages.</summary>
public class ReceiveTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void One_is_taken_or_none()
    {
        Assert.Null(ReceiveOne(TimeSpan.Zero));
        TestActor.Tell(1);
        Assert.True(HasMessages);
        Assert.Equal(1, ReceiveOne());
        Assert.False(HasMessages);
        Assert.Null(ReceiveOne(TimeSpan.FromMilliseconds(1)));
        Assert.Null(ReceiveOne(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void One_is_taken_with_its_sender()
    {
        var probe = CreateTestProbe();
        probe.Send(TestActor, 1);
        Assert.True(TryReceiveOne(out var envelope));
        Assert.Equal(1, envelope.Message);
        Assert.Equal(probe, envelope.Sender);
        Assert.False(TryReceiveOne(out envelope, TimeSpan.Zero));
        Assert.Same(NullMessageEnvelope.Instance, envelope);
    }

    [Fact]
    public void Several_are_taken_in_order()
    {
        Tell(1, 2, 3, 4);
        Assert.Equal([1, 2, 3], ReceiveN(3));
        Assert.Equal([4], ReceiveN(1, TimeSpan.FromSeconds(3)));
        Assert.Empty(ReceiveN(0));
        Tell(5);
        Assert.ThrowsAny<XunitException>(() => ReceiveN(2, TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void They_are_taken_as_long_as_the_filter_makes_something_of_them()
    {
        Tell(1, 2, "three", 4);
        Assert.Equal(["1", "2"], ReceiveWhile(message => message is int number ? $"{number}" : null));
        Assert.Equal(2, LastMessage);
        ExpectMsg("three");
        ExpectMsg(4);
    }

    [Fact]
    public void They_are_taken_up_to_a_number_or_the_end_of_time()
    {
        Tell(1, 2, 3);
        Assert.Equal([1, 2], ReceiveWhile<object>(TimeSpan.FromSeconds(3), message => message, msgs: 2));
        Assert.Equal([3], ReceiveWhile<object>(TimeSpan.FromMilliseconds(1), message => message));
        Tell(4);
        Assert.Equal([4], ReceiveWhile<object>(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(1), message => message));
    }

    [Fact]
    public void They_are_taken_as_long_as_the_test_wants()
    {
        Tell(1, "two", 3, 4, 5);
        Assert.Equal([1, 3], ReceiveWhile<int>(number => number < 4));
        Assert.Equal([4, 5], ReceiveWhile<int>(_ => true, msgs: 2));
        Tell(1, "two", 3);
        Assert.Equal([1], ReceiveWhile<int>(_ => true, shouldIgnoreOtherMessageTypes: false));
        ExpectMsg("two");
    }

    [Fact]
    public void A_message_is_fished_for()
    {
        Tell(1, "two", 3, "four", 5);
        Assert.Equal(3, FishForMessage<int>(number => number > 1));
        Assert.Equal("four", FishForMessage(message => message is string));
        Assert.ThrowsAny<XunitException>(() => FishForMessage(message => message is string, TimeSpan.FromMilliseconds(1)));
        ExpectNoMsg(0);
    }

    [Fact]
    public async Task A_message_is_fished_for_asynchronously()
    {
        Tell(1, 2);
        Assert.Equal(2, await FishForMessageAsync<int>(number => number == 2));
    }

    [Fact]
    public void Messages_are_kept_from_the_test()
    {
        IgnoreMessages(message => message is 1);
        Tell(1, 2);
        ExpectMsg(2);
        IgnoreMessages<string>(text => text == "one");
        Tell("one", 1, "two");
        ExpectMsg(1);
        ExpectMsg("two");
        IgnoreMessages<string>();
        Tell("one", 1);
        ExpectMsg(1);
        IgnoreNoMessages();
        Tell("one");
        ExpectMsg("one");
        ExpectNoMsg(0);
    }

    [Fact]
    public void An_auto_pilot_answers()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell(message);
            return message is "last" ? NoAutoPilot.Instance : KeepRunning.Instance;
        }));
        probe.Tell("first");
        ExpectMsg("first");
        probe.Tell("last");
        ExpectMsg("last");
        probe.Tell("after");
        ExpectNoMsg(0);
        Assert.Equal(["first", "last", "after"], probe.ReceiveN(3));
    }

    private void Tell(params object[] messages)
    {
        foreach (var message in messages)
            TestActor.Tell(message);
    }
}
