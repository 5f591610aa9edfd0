using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Akka.Embedded.Tests.Hosting;

internal static class Hosts
{
    /// <summary>A host with an actor system, which logs nothing unless a test wants it.</summary>
    public static IHost Create(Action<AkkaConfigurationBuilder> akka, Action<IServiceCollection>? services = null)
        => new HostBuilder()
            .ConfigureServices(collection =>
            {
                services?.Invoke(collection);
                collection.AddAkka("hosted", builder =>
                {
                    builder.ConfigureLoggers(loggers => loggers.ClearLoggers());
                    akka(builder);
                });
            })
            .Build();
}
