using Akka.Event;

namespace Akka.Embedded.Tests.Actors;

public class EventStreamTests : Spec
{
    [Fact]
    public async Task Subscribers_get_the_type_its_subtypes_and_what_implements_it()
    {
        var bases = MakeProbe();
        var derived = MakeProbe();
        var marked = MakeProbe();
        Assert.True(System.EventStream.Subscribe(bases.Ref, typeof(Base)));
        Assert.True(System.EventStream.Subscribe(derived.Ref, typeof(Derived)));
        Assert.True(System.EventStream.Subscribe(marked.Ref, typeof(IMarked)));

        System.EventStream.Publish(new Base(1));
        System.EventStream.Publish(new Derived(2));
        System.EventStream.Publish(new Other(3));

        await bases.Expect(new Base(1), new Derived(2));
        await derived.Expect(new Derived(2));
        await marked.Expect(new Derived(2), new Other(3));
        await bases.ExpectNoMore();
        await derived.ExpectNoMore();
    }

    [Fact]
    public async Task One_who_subscribes_twice_or_to_two_types_of_an_event_gets_it_once()
    {
        var probe = MakeProbe();
        Assert.True(System.EventStream.Subscribe(probe.Ref, typeof(Derived)));
        Assert.False(System.EventStream.Subscribe(probe.Ref, typeof(Derived)));
        Assert.True(System.EventStream.Subscribe(probe.Ref, typeof(IMarked)));
        System.EventStream.Publish(new Derived(1));
        await probe.Expect(new Derived(1));
        await probe.ExpectNoMore();
    }

    [Fact]
    public async Task One_who_unsubscribes_gets_no_more()
    {
        var probe = MakeProbe();
        System.EventStream.Subscribe(probe.Ref, typeof(Base));
        System.EventStream.Subscribe(probe.Ref, typeof(Other));
        System.EventStream.Publish(new Base(1));
        Assert.True(System.EventStream.Unsubscribe(probe.Ref, typeof(Base)));
        System.EventStream.Publish(new Base(2));
        System.EventStream.Publish(new Other(3));
        Assert.True(System.EventStream.Unsubscribe(probe.Ref));
        System.EventStream.Publish(new Other(4));
        Assert.False(System.EventStream.Unsubscribe(probe.Ref));
        await probe.Expect(new Base(1), new Other(3));
        await probe.ExpectNoMore();
    }

    [Fact]
    public async Task A_subtype_can_be_unsubscribed_from()
    {
        var probe = MakeProbe();
        System.EventStream.Subscribe(probe.Ref, typeof(Base));
        Assert.True(System.EventStream.Unsubscribe(probe.Ref, typeof(Derived)));
        System.EventStream.Publish(new Derived(1));
        System.EventStream.Publish(new Base(2));
        await probe.Expect(new Base(2));
    }

    [Fact]
    public async Task Events_of_one_publisher_arrive_in_order()
    {
        var probe = MakeProbe();
        System.EventStream.Subscribe(probe.Ref, typeof(Base));
        for (var i = 0; i < 1000; i++)
            System.EventStream.Publish(new Base(i));
        for (var i = 0; i < 1000; i++)
            await probe.Expect(new Base(i));
    }

    private interface IMarked;

    private record Base(int Number);

    private sealed record Derived(int Number) : Base(Number), IMarked;

    private sealed record Other(int Number) : IMarked;
}

public class EventStreamUnsubscriberTests : SimulatedSpec
{
    [Fact]
    public void One_who_has_stopped_is_unsubscribed()
    {
        var actor = Start(() => new Reporter(Report));
        var letters = Start(() => new Reporter(Report));
        AssertReported("started", "started");
        System.EventStream.Subscribe(actor, typeof(string));
        System.EventStream.Subscribe(letters, typeof(DeadLetter));
        Simulated.Run();
        System.EventStream.Publish("heard");
        AssertReported("heard");

        System.Stop(actor);
        AssertReported("stopped");
        System.EventStream.Publish("not heard");
        AssertReported();
        Assert.False(System.EventStream.Unsubscribe(actor));
    }
}
