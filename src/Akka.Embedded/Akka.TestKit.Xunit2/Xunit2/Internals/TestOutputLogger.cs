using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Writes what an actor system logs into the output of a test.</summary>
public class TestOutputLogger : ReceiveActor
{
    private readonly ITestOutputHelper _output;

    /// <summary>A logger of a test.</summary>
    public TestOutputLogger(ITestOutputHelper output)
    {
        _output = output;
        Receive<LogEvent>(Write);
        Receive<InitializeLogger>(init =>
        {
            init.LoggingBus.Subscribe(Self, typeof(LogEvent));
            Sender.Tell(new LoggerInitialized());
        });
    }

    private void Write(LogEvent log)
    {
        try
        {
            _output.WriteLine(log.ToString());
        }
        catch (InvalidOperationException)
        {
            // The test is over, and its output closed.
            Context.Stop(Self);
        }
    }
}
