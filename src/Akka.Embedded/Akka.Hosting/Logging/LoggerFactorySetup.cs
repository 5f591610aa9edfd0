#nullable enable

using Akka.Actor.Setup;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting.Logging;

/// <summary>Where <see cref="LoggerFactoryLogger"/> logs to.</summary>
public class LoggerFactorySetup : Setup
{
    /// <summary>The setup with a factory.</summary>
    public LoggerFactorySetup(ILoggerFactory loggerFactory) => LoggerFactory = loggerFactory;

    /// <summary>The factory.</summary>
    public ILoggerFactory LoggerFactory { get; }
}
