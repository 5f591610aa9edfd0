using Akka.Configuration;

namespace Akka.Persistence.Sql;

/// <summary>The settings of a journal or a snapshot store, under the names that Akka.Persistence.Sql gives them.</summary>
internal sealed class SqlSettings
{
    public SqlSettings(Config config)
    {
        ProviderName = config.GetString("provider-name") ?? "";
        ConnectionString = config.GetString("connection-string") ?? "";
        AutoInitialize = config.GetBoolean("auto-initialize", true);
        BufferSize = config.GetInt("buffer-size", 5000);
        BatchSize = config.GetInt("batch-size", 100);
        Serializer = config.GetString("serializer");

        Require(config, "table-mapping", "default");
        Require(config, "tag-write-mode", "TagTable");
        Require(config, "delete-compatibility-mode", "false", "off");
    }

    public string ProviderName { get; }
    public string ConnectionString { get; }

    /// <summary>Whether the tables are created if they are not there.</summary>
    public bool AutoInitialize { get; }

    /// <summary>How many writes may wait; more than that fail.</summary>
    public int BufferSize { get; }

    /// <summary>How many rows, roughly, are committed at a time.</summary>
    public int BatchSize { get; }

    /// <summary>The serializer for what none is bound to; none: the usual one.</summary>
    public string? Serializer { get; }

    // Another value would mean another schema; that must not pass unnoticed.
    private static void Require(Config config, string name, params ReadOnlySpan<string> supported)
    {
        if (config.GetString(name) is { } value && !supported.Contains(value))
            throw new ConfigurationException($"{name} = {value} is not supported; it has to be {supported[0]}.");
    }
}
