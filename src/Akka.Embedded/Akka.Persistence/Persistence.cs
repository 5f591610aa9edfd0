using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Persistence;

/// <summary>Names the extension that persistent actors work with.</summary>
public class Persistence : ExtensionIdProvider<PersistenceExtension>
{
    private static readonly Lazy<Config> Defaults =
        new(() => ConfigurationFactory.FromResource<Persistence>("Akka.Persistence.persistence.conf"));

    public static Persistence Instance { get; } = new();

    public override PersistenceExtension CreateExtension(ExtendedActorSystem system) => new(system);

    /// <summary>The settings below those of the actor system.</summary>
    public static Config DefaultConfig() => Defaults.Value;
}

/// <summary>The journals and snapshot stores of an actor system, each an actor that is started when it is first used.</summary>
public class PersistenceExtension : IExtension
{
    private const string NoSnapshotStore = "akka.persistence.no-snapshot-store";
    private const string JournalFallback = "akka.persistence.journal-plugin-fallback";
    private const string SnapshotStoreFallback = "akka.persistence.snapshot-store-plugin-fallback";

    private readonly ExtendedActorSystem _system;
    private readonly Lazy<IActorRef> _recoveryPermitter;
    private readonly Lazy<string> _defaultSnapshotStore;
    private readonly ConcurrentDictionary<string, Lazy<Plugin>> _plugins = new();

    public PersistenceExtension(ExtendedActorSystem system)
    {
        _system = system;
        system.Settings.InjectTopLevelFallback(Persistence.DefaultConfig());
        _defaultSnapshotStore = new Lazy<string>(FindDefaultSnapshotStore);
        var maxPermits = system.Settings.Config.GetInt("akka.persistence.max-concurrent-recoveries");
        _recoveryPermitter = new Lazy<IActorRef>(
            () => system.SystemActorOf(Props.Create(() => new RecoveryPermitter(maxPermits)), "recoveryPermitter"));
    }

    internal IActorRef RecoveryPermitter => _recoveryPermitter.Value;

    /// <summary>The journal under the path, or the default one.</summary>
    public IActorRef JournalFor(string journalPluginId) => Journal(journalPluginId).Actor;

    /// <summary>The snapshot store under the path, or the default one.</summary>
    public IActorRef SnapshotStoreFor(string snapshotPluginId) =>
        PluginFor(string.IsNullOrEmpty(snapshotPluginId) ? _defaultSnapshotStore.Value : snapshotPluginId, SnapshotStoreFallback).Actor;

    internal TimeSpan RecoveryEventTimeout(string journalPluginId) => Journal(journalPluginId).RecoveryEventTimeout;

    private Plugin Journal(string journalPluginId) =>
        PluginFor(string.IsNullOrEmpty(journalPluginId) ? DefaultJournal() : journalPluginId, JournalFallback);

    private string DefaultJournal()
    {
        var path = _system.Settings.Config.GetString("akka.persistence.journal.plugin", null);
        return string.IsNullOrEmpty(path) ? throw new ConfigurationException("Default journal plugin is not configured") : path;
    }

    private string FindDefaultSnapshotStore()
    {
        var path = _system.Settings.Config.GetString("akka.persistence.snapshot-store.plugin", null);
        if (!string.IsNullOrEmpty(path))
            return path;
        Logging.GetLogger(_system, this).Warning(
            "No default snapshot store configured! To configure a default snapshot-store plugin set the " +
            "`akka.persistence.snapshot-store.plugin` key.");
        return NoSnapshotStore;
    }

    private Plugin PluginFor(string path, string fallbackPath) =>
        _plugins.GetOrAdd(path, p => new Lazy<Plugin>(() => Start(p, fallbackPath))).Value;

    private Plugin Start(string path, string fallbackPath)
    {
        var all = _system.Settings.Config;
        if (!all.HasPath(path))
            throw new ArgumentException($"Persistence config is missing plugin config path for: {path}");

        var config = all.GetConfig(path).WithFallback(all.GetConfig(fallbackPath));
        var className = config.GetString("class", null);
        if (string.IsNullOrEmpty(className))
            throw new ArgumentException($"Plugin class name must be defined in config property [{path}.class]");

        var props = Props.Create(Type.GetType(className, throwOnError: true), config)
            .WithDispatcher(config.GetString("plugin-dispatcher", null));
        return new Plugin(_system.SystemActorOf(props, path), config.GetTimeSpan("recovery-event-timeout", null, false));
    }

    private sealed record Plugin(IActorRef Actor, TimeSpan RecoveryEventTimeout);
}
