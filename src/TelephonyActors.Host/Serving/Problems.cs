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

    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(Of(status, detail), HttpJson.Default.ProblemDetails, ContentType, context.RequestAborted);
    }
}
