using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using TelephonyActors.Host.Http;

namespace TelephonyActors.Host.Metering;

/// <summary>What the meters of the service, the runtime and the web server measure, for Prometheus, through OpenTelemetry.</summary>
internal static class PrometheusMetrics
{
    private static readonly double[] _bounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

    public static IServiceCollection AddPrometheusMetrics(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(ServiceMeter.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel")
            .AddView("*.duration", new ExplicitBucketHistogramConfiguration { Boundaries = _bounds })
            .AddPrometheusExporter(exporter =>
            {
                exporter.ScopeInfoEnabled = false;
                exporter.TargetInfoEnabled = false;
                // Whoever asks sees what is now.
                exporter.ScrapeResponseCacheDurationMilliseconds = 0;
            }));
        return services;
    }

    /// <summary><c>GET /metrics</c>, described in the OpenAPI document as every other endpoint.</summary>
    public static void MapPrometheusMetrics(this IEndpointRouteBuilder routes) => routes
        .MapPrometheusScrapingEndpoint("/metrics")
        .WithMetadata(
            typeof(RequestDelegate).GetMethod(nameof(RequestDelegate.Invoke))!,
            new HttpMethodMetadata([HttpMethods.Get]),
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), ["text/plain"]))
        .WithTags(nameof(Endpoints))
        .WithSummary("Metrics in the text format of Prometheus.");
}
