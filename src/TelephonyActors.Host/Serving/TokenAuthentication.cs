using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelephonyActors.Host.Link;

namespace TelephonyActors.Host.Serving;

/// <summary>
/// Lets in whoever shows the token: in the header, or in the link's address, since a browser cannot set a header on a WebSocket.
/// </summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ServiceSettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Parameter = "access_token";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Shown() is not { } shown || settings.Token?.Is(shown) != true) return Task.FromResult(AuthenticateResult.NoResult());
        var user = new ClaimsPrincipal(new ClaimsIdentity(SchemeName));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        return Problems.WriteAsync(
            Context,
            StatusCodes.Status401Unauthorized,
            $"A token is needed: the header 'Authorization: Bearer TOKEN', for the link also the parameter {Parameter}.");
    }

    private string? Shown()
    {
        const string start = $"{SchemeName} ";
        if (Request.Headers.Authorization is [{ } header] && header.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            return header[start.Length..].Trim();
        return Request.Path == LinkServer.Path && Request.Query[Parameter] is [{ } shown] ? shown : null;
    }
}

internal static class TokenAuthenticationHosting
{
    /// <summary>Has every endpoint need the token, unless it allows anonymous requests.</summary>
    public static IServiceCollection AddTokenAuthentication(this IServiceCollection services) => services
        .AddWebEncoders()
        // AddAuthentication would also keep keys in the user's home, which a token does not need.
        .AddAuthenticationCore(options =>
        {
            options.DefaultScheme = TokenAuthentication.SchemeName;
            options.AddScheme<TokenAuthentication>(TokenAuthentication.SchemeName, displayName: null);
        })
        .AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
}
