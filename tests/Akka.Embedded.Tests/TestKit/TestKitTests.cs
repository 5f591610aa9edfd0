using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Xunit.Abstractions;
using Kit = Akka.TestKit.Xunit2.TestKit;

namespace Akka.Embedded.Tests.TestKit;

/// <summary>A test kit's actor system and its configuration.</summary>
public class TestKitTests
{
    [Fact]
    public async Task A_test_kit_has_an_actor_system_that_ends_with_it()
    {
        var kit = new Kit();
        Assert.Equal("test", kit.Sys.Name);
        Assert.False(kit.Sys.WhenTerminated.IsCompleted);
        kit.Dispose();
        await kit.Sys.WhenTerminated;
    }

    [Fact]
    public async Task A_test_kit_in_another_actor_system_ends_that_too()
    {
        using var system = ActorSystem.Create("other", "akka.test.single-expect-default = 7s");
        using (var kit = new Kit(system))
        {
            Assert.Same(system, kit.Sys);
            Assert.Equal(TimeSpan.FromSeconds(7), kit.TestKitSettings.SingleExpectDefault);
            Assert.Equal(1.0, kit.TestKitSettings.TestTimeFactor);
            kit.TestActor.Tell("hello");
            kit.ExpectMsg("hello");
        }

        await system.WhenTerminated;
    }

    [Fact]
    public void Times_are_configured_and_dilated()
    {
        using var kit = new Kit("akka.test { timefactor = 2, single-expect-default = 10s }");
        Assert.Equal(TimeSpan.FromSeconds(4), kit.Dilated(TimeSpan.FromSeconds(2)));
        Assert.Equal(TimeSpan.FromSeconds(20), kit.RemainingOrDefault);
        Assert.Equal(TimeSpan.FromSeconds(20), kit.RemainingOrDilated(null));
        Assert.Equal(TimeSpan.FromSeconds(2), kit.RemainingOrDilated(TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(10), kit.GetTimeoutOrDefault(null));
    }

    [Fact]
    public void Without_a_configuration_times_are_the_defaults()
    {
        using var kit = new Kit();
        Assert.Equal(TimeSpan.FromSeconds(3), kit.TestKitSettings.SingleExpectDefault);
        Assert.Equal(TimeSpan.FromSeconds(5), kit.TestKitSettings.DefaultTimeout);
        Assert.Equal(TimeSpan.FromSeconds(3), kit.RemainingOrDefault);
    }

    [Fact]
    public void The_actor_system_has_a_name_and_setups()
    {
        var setup = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig("a = 1"), new Answer(42));
        using var kit = new Kit(setup, "named");
        Assert.Equal("named", kit.Sys.Name);
        Assert.Equal(42, kit.Sys.Settings.Setup.Get<Answer>().Value.Value);
        Assert.Equal(1, kit.Sys.Settings.Config.GetInt("a"));
        kit.TestActor.Tell("hello");
        kit.ExpectMsg("hello");
    }

    [Fact]
    public void What_the_actor_system_logs_is_in_the_output()
    {
        var output = new Output();
        using var kit = new Kit(ConfigurationFactory.ParseString("akka.loglevel = DEBUG"), "logging", output);
        kit.Sys.Log.Warning("the answer is {0}", 42);
        kit.AwaitAssert(() => Assert.Contains(output.Lines, line => line.Contains("the answer is 42", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_comes_after_the_test_does_not_harm()
    {
        var output = new Output { IsClosed = true };
        using var kit = new Kit((ActorSystem)null!, output);
        var probe = kit.CreateTestProbe();
        kit.Sys.Log.Warning("too late");
        probe.Tell("hello");
        probe.ExpectMsg("hello");
    }

    private sealed class Answer(int value) : Setup
    {
        public int Value { get; } = value;
    }

    private sealed class Output : ITestOutputHelper
    {
        private readonly List<string> _lines = [];

        public bool IsClosed { get; init; }

        public IReadOnlyCollection<string> Lines
        {
            get
            {
                lock (_lines)
                    return _lines.ToArray();
            }
        }

        public void WriteLine(string message)
        {
            if (IsClosed)
                throw new InvalidOperationException("There is no currently active test.");
            lock (_lines)
                _lines.Add(message);
        }

        public void WriteLine(string format, params object[] args)
            => WriteLine(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args));
    }
}
