using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Host.Http;

/// <summary>What HTTP answers about recorded sessions.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sessions", All).WithSummary("The recorded sessions, by name.").ProducesProblem(500);
        routes.MapGet("/sessions/{name}/events", Events).WithSummary("What clients heard in a recorded session.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(500);
    }

    private static Results<Ok<SessionReport[]>, ProblemHttpResult> All(SessionReports reports)
    {
        try
        {
            return TypedResults.Ok(reports.All());
        }
        catch (SessionDatabaseException unreadable)
        {
            return Unreadable(unreadable);
        }
    }

    private static Results<Ok<SessionEvents>, ProblemHttpResult> Events(SessionReports reports, string name, string? offset, string? limit)
    {
        if (!Endpoints.TryWindow(offset, limit, out var window, out var wrong)) return Endpoints.Refused(400, wrong);
        try
        {
            return reports.Of(name, window.Offset, window.Limit) is { } events
                ? TypedResults.Ok(events)
                : Endpoints.Refused(404, $"There is no session {name}.");
        }
        catch (Exception unreadable) when (unreadable is SessionDatabaseException or DamagedRecordException)
        {
            return Unreadable(unreadable);
        }
    }

    private static ProblemHttpResult Unreadable(Exception why) => Endpoints.Refused(500, $"{why.Message.TrimEnd('.')}.");
}
