using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// Whose pages may use the service: none of another origin that is not allowed, and without a token none that reaches this machine under a
/// foreign name (DNS rebinding). ASP.NET Core's host filtering answers 400 without a sentence and knows no 127.0.0.0/8, and its CORS only
/// tells the browser, which asks nobody before it opens a WebSocket.
/// </summary>
internal sealed class Gate(RequestDelegate next, ServiceSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (settings.Token is null && !IsOwnHost(request.Host.Host))
            return Problems.WriteAsync(
                context, StatusCodes.Status403Forbidden, $"The host {request.Host.Host} is not this machine; AllowedHosts can name it.");

        if (request.Headers.Origin is { Count: > 0 } origin && !IsOwnOrigin(request, origin) && !IsAllowed(origin))
            return Problems.WriteAsync(
                context, StatusCodes.Status403Forbidden, "Pages of this origin may not use the service; AllowedOrigins can name it.");

        return next(context);
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
}
