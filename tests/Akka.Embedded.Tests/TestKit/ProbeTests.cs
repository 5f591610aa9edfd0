using Akka.Actor;

namespace Akka.Embedded.Tests.TestKit;

/// <summary>Probes, and who sends what a test tells.</summary>
public class ProbeTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void The_test_sends_from_its_test_actor()
    {
        var probe = CreateTestProbe();
        probe.Tell("hello");
        probe.ExpectMsgFrom(TestActor, "hello");
    }

    [Fact]
    public async Task The_test_sends_from_its_test_actor_on_other_threads_too()
    {
        var probe = CreateTestProbe();
        await Task.Yield();
        probe.Tell("hello");
        await probe.ExpectMsgAsync("hello");
        Assert.Equal(TestActor, probe.LastSender);
        probe.Tell("again");
        probe.ExpectMsgFrom(TestActor, "again");
    }

    [Fact]
    public void A_probe_sends_answers_and_forwards()
    {
        var probe = CreateTestProbe();
        var other = CreateTestProbe();
        probe.Send(TestActor, "sent");
        ExpectMsgFrom(probe, "sent");
        probe.Tell("question");
        probe.ExpectMsg("question");
        Assert.Equal(TestActor, probe.Sender);
        probe.Reply("answer");
        ExpectMsgFrom(probe, "answer");
        probe.Forward(other);
        other.ExpectMsgFrom(TestActor, "question");
        probe.Forward(other.Ref, "more");
        other.ExpectMsgFrom(TestActor, "more");
    }

    [Fact]
    public void A_probe_is_its_reference()
    {
        var probe = CreateTestProbe("probe");
        Assert.Equal("probe", probe.Ref.Path.Name);
        Assert.Equal("akka://test/system/probe", probe.Ref.Path.ToString());
        Assert.True(probe.Equals(probe.Ref));
        Assert.True(probe.Ref.Equals(probe));
        Assert.Equal(probe.Ref.GetHashCode(), probe.GetHashCode());
        Assert.Equal(0, probe.CompareTo(probe.Ref));
        Assert.Contains("TestProbe", probe.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_is_watched_and_stopped_like_any_actor()
    {
        var probe = CreateTestProbe();
        Watch(probe);
        Sys.Stop(probe);
        ExpectTerminated(probe);
    }

    [Fact]
    public void A_probe_subscribes_to_the_event_stream()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(string));
        Sys.EventStream.Publish("event");
        probe.ExpectMsg("event");
        Sys.EventStream.Unsubscribe(probe.Ref);
        Sys.EventStream.Publish("event");
        probe.ExpectNoMsg(0);
    }

    [Fact]
    public void A_message_is_there_when_tell_returns()
    {
        TestActor.Tell(1);
        Assert.True(HasMessages);
    }

    [Fact]
    public void Several_test_actors_share_the_queue()
    {
        var other = CreateTestActor("other");
        other.Tell(1);
        ExpectMsg(1);
        TestActor.Tell(2);
        ExpectMsg(2);
    }

    [Fact]
    public void Two_probes_have_names_of_their_own()
        => Assert.NotEqual(CreateTestProbe().Ref.Path, CreateTestProbe().Ref.Path);
}
