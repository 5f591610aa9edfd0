using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TelephonyActors.Host.Link;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// Who may use the service. With a token: whoever shows it. Without: whoever is on this machine, but no web page of another origin,
/// and none that reaches this machine under a foreign name (DNS rebinding).
/// </summary>
internal sealed class Gate(RequestDelegate next, ServiceSettings settings, ReachablePaths open)
{
    private const string TokenParameter = "access_token";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (settings.Token is null && !IsOwnHost(request.Host.Host))
            return Problems.WriteAsync(
                context, StatusCodes.Status403Forbidden, $"The host {request.Host.Host} is not this machine; AllowedHosts can name it.");

        if (request.Headers.Origin is { Count: > 0 } origin)
        {
            var foreign = !IsOwnOrigin(request, origin);
            if (foreign && !IsAllowed(origin))
            {
                return Problems.WriteAsync(
                    context, StatusCodes.Status403Forbidden, "Pages of this origin may not use the service; AllowedOrigins can name it.");
            }

            if (foreign) Invite(context.Response, origin);
            if (HttpMethods.IsOptions(request.Method) && foreign) return Task.CompletedTask;
        }

        if (settings.Token is null || open.Contains(request.Path) || Shows(request, settings.Token)) return next(context);

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(
            context,
            StatusCodes.Status401Unauthorized,
            "A token is needed: the header 'Authorization: Bearer TOKEN', for the link also the parameter access_token.");
    }

    private bool IsOwnHost(string host) =>
        host.Length == 0 || ServiceAddress.IsLoopback(host) || settings.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwnOrigin(HttpRequest request, StringValues origin) =>
        origin.Count == 1
        && Uri.TryCreate(origin[0], UriKind.Absolute, out var uri)
        && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && uri.Scheme == request.Scheme;

    private bool IsAllowed(StringValues origin) =>
        origin.Count == 1 && settings.AllowedOrigins.Contains(origin[0] ?? "", StringComparer.OrdinalIgnoreCase);

    private static void Invite(HttpResponse response, StringValues origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.AccessControlAllowHeaders = "authorization, content-type";
        response.Headers.AccessControlAllowMethods = "GET, POST";
        response.Headers.Vary = "Origin";
    }

    // A browser cannot set a header on a WebSocket.
    private static bool Shows(HttpRequest request, BearerToken token)
    {
        const string scheme = "Bearer ";
        if (request.Headers.Authorization is [{ } header] && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return token.Is(header.AsSpan(scheme.Length).Trim());
        return request.Path == LinkServer.Path && request.Query[TokenParameter] is [{ } shown] && token.Is(shown);
    }
}

/// <summary>What can be had without a token: the page, which asks for it, and whether the service is well.</summary>
internal sealed class ReachablePaths(IEnumerable<string> paths)
{
    private readonly HashSet<string> _paths = new(paths, StringComparer.Ordinal);

    public bool Contains(PathString path) => path.Value is { } value && _paths.Contains(value);
}
