using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using TelephonyActors.Host.Metering;
using TelephonyActors.Host.Serving;
using TelephonyActors.Host.Watching;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Http;

/// <summary>What HTTP answers beside the link (contract, chapter 5).</summary>
internal static class Endpoints
{
    private const int UsualLimit = 100;
    private const int HighestLimit = 1000;

    private static readonly string _version =
        typeof(Endpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static void MapService(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/v1.json");
        routes.MapGet("/health", HealthAsync).WithSummary("Whether the service is well.").Produces<HealthReport>(503).AllowAnonymous();
        routes.MapPrometheusMetrics();
        routes.MapGet("/dns", Dns).WithSummary("The numbers of the switch and what they are doing.").ProducesProblem(400);
        routes.MapGet("/dns/{dn}", Dn).WithSummary("A DN and its calls.").ProducesProblem(404);
        routes.MapGet("/calls", Calls).WithSummary("The calls, the newest first.").ProducesProblem(400);
        routes.MapGet("/calls/{connId}", Call).WithSummary("A call with its events so far.").ProducesProblem(404);
        routes.MapPost("/phones/{number}", PhoneAsync).WithSummary("Somebody at a phone acts.")
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        routes.MapSessions();
    }

    private static async Task<Results<Ok<HealthReport>, JsonHttpResult<HealthReport>>> HealthAsync(
        ServiceSettings settings, HealthCheckService checks, IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        var found = await checks.CheckHealthAsync(cancellation);
        var status = lifetime.ApplicationStopping.IsCancellationRequested ? "stopping"
            : found.Status == HealthStatus.Healthy ? "ready" : "failed";
        var report = new HealthReport(status, settings.Plan.Name, _version);
        return status == "failed" ? TypedResults.Json(report, HttpJson.Default.HealthReport, statusCode: 503) : TypedResults.Ok(report);
    }

    private static Results<Ok<SwitchReport>, ProblemHttpResult, StatusCodeHttpResult> Dns(
        HttpContext context, SwitchWatch watch, DnReports reports, string? offset, string? limit)
    {
        if (!TryWindow(offset, limit, out var window, out var wrong)) return Refused(400, wrong);
        if (IsUnchanged(context, watch)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(reports.Of(window.Offset, window.Limit));
    }

    private static Results<Ok<DnReport>, ProblemHttpResult> Dn(DnReports reports, string dn) =>
        reports.Of(dn) is { } report ? TypedResults.Ok(report) : Refused(404, $"{dn} is no DN of the switch.");

    private static Results<Ok<CallList>, ProblemHttpResult, StatusCodeHttpResult> Calls(
        HttpContext context, SwitchWatch watch, CallReports reports, string? state, string? dn, string? offset, string? limit)
    {
        if (!TryWindow(offset, limit, out var window, out var wrong)) return Refused(400, wrong);
        if (!TryChoose(state, out var choice)) return Refused(400, $"state cannot be '{state}'; allowed: live, ended, all.");
        if (IsUnchanged(context, watch)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(reports.Of(choice, string.IsNullOrEmpty(dn) ? null : dn, window.Offset, window.Limit));
    }

    private static Results<Ok<CallWithEvents>, ProblemHttpResult> Call(CallReports reports, string connId) =>
        ConnID.TryParse(connId, out var connID) && reports.Of(connID) is { } call
            ? TypedResults.Ok(call)
            : Refused(404, $"There is no call {connId}, or it ended too long ago.");

    private static async Task<Results<NoContent, ProblemHttpResult>> PhoneAsync(
        HttpContext context, Phones phones, IHostApplicationLifetime lifetime, string number)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return Refused(503, "The service is stopping.");
        PhoneOrder? order;
        try
        {
            order = await JsonSerializer.DeserializeAsync(context.Request.Body, HttpJson.Default.PhoneOrder, context.RequestAborted);
        }
        catch (Exception broken) when (broken is JsonException or BadHttpRequestException)
        {
            return Refused(400, """The body is no order; allowed: JSON such as {"action":"dial","number":"60970"}.""");
        }

        return await phones.ActAsync(number, order ?? new PhoneOrder(null, null, null), context.RequestAborted) is PhoneAnswer.Refused refused
            ? Refused(refused.Status, refused.Sentence)
            : TypedResults.NoContent();
    }

    public static ProblemHttpResult Refused(int status, string sentence) => TypedResults.Problem(Problems.Of(status, sentence));

    // A page that looks often is told in a few bytes that nothing has changed.
    private static bool IsUnchanged(HttpContext context, SwitchWatch watch)
    {
        var tag = $"\"{watch.Version:x}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag;
    }

    private static bool TryChoose(string? state, out CallChoice choice)
    {
        (var known, choice) = state switch
        {
            null or "live" => (true, CallChoice.Live),
            "ended" => (true, CallChoice.Ended),
            "all" => (true, CallChoice.All),
            _ => (false, CallChoice.Live),
        };
        return known;
    }

    public static bool TryWindow(string? offset, string? limit, out (int Offset, int Limit) window, out string wrong)
    {
        window = (0, UsualLimit);
        wrong = $"offset cannot be '{offset}'; allowed: a whole number from 0.";
        if (offset is not null && (!TryWhole(offset, out window.Offset) || window.Offset < 0)) return false;
        wrong = $"limit cannot be '{limit}'; allowed: a whole number from 1 to {HighestLimit}.";
        return limit is null || (TryWhole(limit, out window.Limit) && window.Limit is > 0 and <= HighestLimit);
    }

    private static bool TryWhole(string text, out int value) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value);
}
