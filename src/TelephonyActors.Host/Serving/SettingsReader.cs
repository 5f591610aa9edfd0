using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Sessions.Storage;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// Reads and checks the settings; what is wrong is one sentence with the key, the value and what is allowed. The host is built out of
/// them, so they are not options that it validates when it starts.
/// </summary>
/// <param name="configuration">File and environment together.</param>
/// <param name="file">The file alone.</param>
/// <param name="folder">Where the file is: its relative paths start there.</param>
internal sealed class SettingsReader(IConfiguration configuration, IConfiguration file, string folder)
{
    private static readonly string[] _keys =
        ["Urls", "Switch", "TokenFile", "AllowedOrigins", "AllowedHosts", "Link", "View", "Serilog", "Kestrel"];

    /// <summary>The settings; throws <see cref="BadInputException"/> where one is not in order.</summary>
    public ServiceSettings Read(ServeArguments arguments)
    {
        // At the top only the file is checked: an environment variable with the prefix may be somebody else's.
        Known(file, "", _keys);
        var token = TokenOf(arguments);
        return new ServiceSettings(
            UrlsOf(arguments, token is not null),
            PlanOf(arguments),
            token,
            List("AllowedOrigins", "a list of origins such as https://desk.example.org", IsOrigin),
            List("AllowedHosts", "a list of host names such as desk.example.org", IsHost),
            Limits<LinkLimits>("Link"),
            Limits<ViewLimits>("View"),
            SessionDatabase.Of(arguments.Database));
    }

    private static void Known(IConfiguration section, string prefix, string[] allowed)
    {
        foreach (var child in section.GetChildren())
        {
            if (!allowed.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw Wrong(prefix + child.Key, "is no setting", string.Join(", ", allowed.Select(key => prefix + key)));
        }
    }

    private BearerToken? TokenOf(ServeArguments arguments) =>
        arguments.TokenFile is { } given ? BearerToken.Read(given)
        : configuration["TokenFile"] is { Length: > 0 } set ? BearerToken.Read(Path.Combine(folder, set))
        : null;

    private SwitchPlan PlanOf(ServeArguments arguments)
    {
        if (arguments.Switch is { } given) return SwitchFile.Read(given);
        if (configuration["Switch"] is not { Length: > 0 } set) throw Wrong("Switch", "is missing", "the path of a switch file");
        return SwitchFile.Read(Path.Combine(folder, set));
    }

    private ImmutableArray<string> UrlsOf(ServeArguments arguments, bool hasToken)
    {
        var name = arguments.Urls is null ? "Urls" : "--urls";
        var given = arguments.Urls ?? configuration["Urls"] ?? "";
        ImmutableArray<string> urls = [.. given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (urls.IsEmpty) throw Wrong(name, "is missing", ServiceAddress.Allowed);
        foreach (var url in urls) Check(name, url, hasToken);
        // Kestrel listens there too.
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
            Check($"{endpoint.Path}:Url", endpoint["Url"] ?? "", hasToken);
        return urls;
    }

    private static void Check(string name, string url, bool hasToken)
    {
        if (!ServiceAddress.TryParse(url, out var loopback)) throw Wrong(name, $"cannot be '{url}'", ServiceAddress.Allowed);
        if (loopback || hasToken) return;
        throw Wrong(
            name,
            $"cannot be '{url}' without a token, since whoever reaches that address could make and release calls",
            "an address of this machine alone such as http://localhost:5080, or --token-file FILE");
    }

    private ImmutableArray<string> List(string key, string allowed, Func<string, bool> isRight)
    {
        var section = configuration.GetSection(key);
        if (section.Value is { Length: > 0 } single) throw Wrong(key, $"cannot be '{single}'", allowed);
        var items = section.GetChildren().Select(item => item.Value ?? "").ToImmutableArray();
        foreach (var item in items)
            if (!isRight(item)) throw Wrong(key, $"cannot hold '{item}'", allowed);
        return items;
    }

    private static bool IsHost(string text) => Uri.CheckHostName(text) != UriHostNameType.Unknown;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin)
        && origin.Scheme is "http" or "https"
        && origin.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    // The binder refuses a value or a key without saying what is allowed, so both are checked before it binds.
    private T Limits<T>(string name)
        where T : class, new()
    {
        var section = configuration.GetSection(name);
        var limits = typeof(T).GetProperties().Where(property => property.IsDefined(typeof(RangeAttribute))).ToList();
        Known(section, $"{name}:", [.. limits.Select(limit => limit.Name)]);
        foreach (var limit in limits)
        {
            var range = limit.GetCustomAttribute<RangeAttribute>()!;
            if (section[limit.Name] is { } text && (text.Length == 0 || !range.IsValid(text)))
                throw Wrong($"{name}:{limit.Name}", $"cannot be '{text}'", $"a whole number from {range.Minimum} to {range.Maximum}");
        }

        return section.Get<T>() ?? new T();
    }

    private static BadInputException Wrong(string key, string wrong, string allowed) =>
        new(new Fault(FilePosition.Whole(key), wrong, allowed));
}
