namespace Akka.Actor;

/// <summary>The address of an actor system: protocol, name and, for a remote one, host and port.</summary>
public sealed class Address : IEquatable<Address>
{
    public static readonly Address AllSystems = new("akka", "all-systems");

    private string _text;

    public Address(string protocol, string system, string host = null, int? port = null)
    {
        Protocol = protocol;
        System = system;
        Host = host?.ToLowerInvariant();
        Port = port;
    }

    public string Protocol { get; }
    public string System { get; }
    public string Host { get; }
    public int? Port { get; }

    public bool HasLocalScope => string.IsNullOrEmpty(Host);

    public static bool operator ==(Address left, Address right) => left is null ? right is null : left.Equals(right);
    public static bool operator !=(Address left, Address right) => !(left == right);

    public bool Equals(Address other) =>
        ReferenceEquals(this, other)
        || (other is not null && Port == other.Port && Host == other.Host && System == other.System && Protocol == other.Protocol);

    public override bool Equals(object obj) => Equals(obj as Address);

    public override int GetHashCode() => HashCode.Combine(Protocol, System, Host, Port);

    public override string ToString() => _text ??= Format();

    internal static bool TryParse(ReadOnlySpan<char> text, out Address address)
    {
        address = null;
        var separator = text.IndexOf("://", StringComparison.Ordinal);
        if (separator <= 0)
            return false;

        var protocol = text[..separator].ToString();
        var rest = text[(separator + 3)..];
        if (rest.IsEmpty)
            return false;

        var at = rest.IndexOf('@');
        if (at < 0)
        {
            address = new Address(protocol, rest.ToString());
            return true;
        }

        var colon = rest.LastIndexOf(':');
        if (at == 0 || colon <= at || !int.TryParse(rest[(colon + 1)..], out var port))
            return false;
        address = new Address(protocol, rest[..at].ToString(), rest[(at + 1)..colon].ToString(), port);
        return true;
    }

    private string Format()
    {
        var location = HasLocalScope ? "" : Port.HasValue ? $"@{Host}:{Port}" : $"@{Host}";
        return $"{Protocol}://{System}{location}";
    }
}
