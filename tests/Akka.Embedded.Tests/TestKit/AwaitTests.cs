using Akka.Actor;
using Xunit.Sdk;

namespace Akka.Embedded.Tests.TestKit;

/// <summary>Waiting, and blocks that have to end in time.</summary>
public class AwaitTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void An_assertion_is_tried_again_until_it_holds()
    {
        var attempts = 0;
        AwaitAssert(() => Assert.Equal(3, ++attempts), interval: TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, attempts);
    }

    [Fact]
    public void An_assertion_that_never_holds_throws_what_it_threw()
        => Assert.Throws<InvalidOperationException>(
            () => AwaitAssert(() => throw new InvalidOperationException(), TimeSpan.FromMilliseconds(1)));

    [Fact]
    public async Task An_assertion_may_be_asynchronous()
    {
        var attempts = 0;
        await AwaitAssertAsync(async () =>
        {
            await Task.Yield();
            Assert.Equal(2, ++attempts);
        }, interval: TimeSpan.FromMilliseconds(1));
        await AwaitAssertAsync(() => Assert.Equal(3, ++attempts));
        Assert.Equal(3, attempts);
    }

    [Fact]
    public void A_condition_is_looked_at_until_it_holds()
    {
        var looks = 0;
        AwaitCondition(() => ++looks == 3, TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(1));
        AwaitCondition(() => ++looks == 4);
        AwaitCondition(() => ++looks == 5, TimeSpan.FromSeconds(3));
        AwaitCondition(() => ++looks == 6, TimeSpan.FromSeconds(3), "sixth");
        Assert.Equal(6, looks);
    }

    [Fact]
    public async Task A_condition_is_looked_at_asynchronously()
    {
        var looks = 0;
        await AwaitConditionAsync(() => ++looks == 1);
        await AwaitConditionAsync(() => Task.FromResult(++looks == 2), TimeSpan.FromSeconds(3));
        Assert.Equal(2, looks);
    }

    [Fact]
    public void A_condition_that_never_holds_fails()
        => Assert.ThrowsAny<XunitException>(() => AwaitCondition(() => false, TimeSpan.FromMilliseconds(1)));

    [Fact]
    public void A_block_has_a_result_and_its_expectations_share_the_time()
    {
        TestActor.Tell("hello");
        var result = Within(TimeSpan.FromSeconds(30), () =>
        {
            Assert.InRange(Remaining, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
            Assert.InRange(RemainingOrDefault, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
            return ExpectMsg<string>();
        });
        Assert.Equal("hello", result);
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public void A_block_that_ends_too_early_fails()
        => Assert.ThrowsAny<XunitException>(() => Within(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), () => { }));

    [Fact]
    public void A_block_that_fails_throws_what_it_threw()
    {
        Assert.Throws<InvalidOperationException>(
            () => Within(TimeSpan.FromSeconds(3), () => throw new InvalidOperationException()));
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public void A_block_waits_no_longer_than_the_block_around_it()
        => Within(TimeSpan.FromSeconds(10), () =>
        {
            Within(TimeSpan.FromSeconds(60), () => Assert.InRange(Remaining, TimeSpan.Zero, TimeSpan.FromSeconds(10)));
            Assert.ThrowsAny<XunitException>(() => Within(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60), () => { }));
        });

    [Fact]
    public async Task A_block_may_be_asynchronous()
    {
        TestActor.Tell("hello");
        Assert.Equal("hello", await WithinAsync(TimeSpan.FromSeconds(30), async () => await ExpectMsgAsync<string>()));
        await WithinAsync(TimeSpan.FromSeconds(30), async () => await Task.Yield());
        await Assert.ThrowsAsync<AggregateException>(() => WithinAsync(TimeSpan.FromSeconds(30), async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }));
    }

    [Fact]
    public void Times_are_not_negative()
    {
        var negative = TimeSpan.FromMilliseconds(-5);
        Assert.Throws<ArgumentException>(() => Dilated(negative));
        Assert.Throws<ArgumentException>(() => ExpectMsg<string>(negative));
        Assert.Throws<ArgumentException>(() => AwaitAssert(() => { }, interval: negative));
    }
}
