using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using TelephonyActors.Host.Http;

namespace TelephonyActors.Host.Serving;

/// <summary>Errors over HTTP: problem details (RFC 9457) whose detail is one sentence.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    public static ProblemDetails Of(int status, string detail) =>
        new() { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };

    /// <summary>An error that nobody has explained, such as a path at which there is nothing, is explained here.</summary>
    public static async Task ExplainAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null) return;
        await WriteAsync(context, response.StatusCode, response.StatusCode switch
        {
            StatusCodes.Status404NotFound => $"There is nothing at {context.Request.Path}; /openapi/v1.json says what there is.",
            StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is not allowed here; allowed: {response.Headers.Allow}.",
            _ => "The request cannot be served.",
        });
    }

    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(Of(status, detail), HttpJson.Default.ProblemDetails, ContentType, context.RequestAborted);
    }
}
