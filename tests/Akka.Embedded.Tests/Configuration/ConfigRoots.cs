using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Embedded.Tests.Configuration;

internal static class ConfigRoots
{
    /// <summary>A parsed configuration as an include callback has to give it.</summary>
    public static HoconRoot ToRoot(this Config config) => new(config.Root, config.Substitutions);
}
