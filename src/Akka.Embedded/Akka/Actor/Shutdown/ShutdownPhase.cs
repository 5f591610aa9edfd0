using Akka.Configuration;

namespace Akka.Actor;

/// <summary>A phase of <see cref="CoordinatedShutdown"/>.</summary>
internal sealed record ShutdownPhase(IReadOnlyList<string> DependsOn, TimeSpan Timeout, bool Recover)
{
    public static readonly ShutdownPhase Default = new([], TimeSpan.FromSeconds(5), true);

    public static Dictionary<string, ShutdownPhase> FromConfig(Config config)
    {
        var timeout = config.GetTimeSpan("default-phase-timeout", null);
        var phases = config.GetConfig("phases");
        return phases.AsEnumerable().Select(entry => entry.Key).ToDictionary(
            name => name,
            name =>
            {
                var phase = phases.GetConfig(name);
                return new ShutdownPhase(
                    [.. phase.GetStringList("depends-on", [])],
                    phase.GetTimeSpan("timeout", timeout, allowInfinite: false),
                    phase.GetBoolean("recover", true));
            });
    }

    /// <summary>The phases in an order in which each comes after those it depends on.</summary>
    public static IReadOnlyList<string> Sort(IReadOnlyDictionary<string, ShutdownPhase> phases)
    {
        var sorted = new List<string>();
        var visiting = new HashSet<string>();
        foreach (var phase in phases.Keys)
            Visit(phase);
        return sorted;

        void Visit(string phase)
        {
            if (sorted.Contains(phase))
                return;
            if (!visiting.Add(phase))
                throw new ArgumentException($"Cycle detected in graph of phases. It must be a DAG. phase [{phase}] depends transitively on itself.");
            if (phases.TryGetValue(phase, out var settings))
            {
                foreach (var before in settings.DependsOn)
                    Visit(before);
            }

            sorted.Add(phase);
        }
    }
}
