using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using TelephonyActors.Host.Metering;
using TelephonyActors.Host.Serving;

namespace TelephonyActors.Host.Http;

/// <summary>What HTTP answers beside the link (contract, chapter 5).</summary>
internal static class Endpoints
{
    private static readonly string _version =
        typeof(Endpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static void MapService(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", Health);
        routes.MapGet("/metrics", (Metrics metrics) => TypedResults.Text(metrics.Text(), "text/plain; version=0.0.4; charset=utf-8"));
    }

    private static Ok<HealthReport> Health(ServiceSettings settings, IHostApplicationLifetime lifetime) =>
        TypedResults.Ok(new HealthReport(
            lifetime.ApplicationStopping.IsCancellationRequested ? "stopping" : "ready", settings.Plan.Name, _version));
}
