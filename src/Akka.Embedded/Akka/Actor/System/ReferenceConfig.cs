using Akka.Configuration;

namespace Akka.Actor.Internal;

/// <summary>The kernel's own settings, below those of every actor system. Parsed once.</summary>
internal static class ReferenceConfig
{
    public static readonly Config Instance =
        ConfigurationFactory.FromResource("Akka.Configuration.akka.conf", typeof(ReferenceConfig).Assembly);
}
