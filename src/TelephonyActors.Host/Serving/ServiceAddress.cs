using System.Net;
using Microsoft.AspNetCore.Http;

namespace TelephonyActors.Host.Serving;

/// <summary>An address on which the service listens.</summary>
internal static class ServiceAddress
{
    /// <summary>What an address looks like, as the end of a sentence.</summary>
    public const string Allowed = "http://ADDRESS:PORT, https://ADDRESS:PORT or http://unix:/PATH, several with ';' between them";

    /// <summary>Whether the text is an address, and whether nobody but this machine reaches it.</summary>
    public static bool TryParse(string url, out bool loopback)
    {
        loopback = false;
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
        {
            return false;
        }

        if (address.Scheme is not ("http" or "https") || address.PathBase.Length > 0 || address.Port is < 0 or > 65535) return false;
        loopback = address.IsUnixPipe || IsLoopback(address.Host);
        return true;
    }

    /// <summary>Whether a host name or address means this machine, whatever a name server says.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
