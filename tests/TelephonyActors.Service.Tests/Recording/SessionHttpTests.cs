using System.Net;
using System.Text.Json;
using TelephonyActors.Service.Tests.Serving;

namespace TelephonyActors.Service.Tests.Recording;

/// <summary>What HTTP says of recorded sessions.</summary>
public sealed class SessionHttpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-sessions-");

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "sessions.db")}";

    [Fact]
    public async Task Where_nothing_has_been_recorded_there_are_no_sessions()
    {
        using var service = ServiceProcess.Start(["--db", Database]);
        Assert.Equal("[]", await service.Http.GetStringAsync("/sessions"));
        await AssertRefused(service, "/sessions/day/events", HttpStatusCode.NotFound, "There is no session day.");
    }

    [Fact]
    public async Task A_recorded_session_is_listed_and_tells_what_was_heard_window_by_window()
    {
        var flow = Path.Combine(AppContext.BaseDirectory, "config", "flows", "shared-call-appearance-inbound-call-answered.yaml");
        var printed = RecordedScenario.Record(flow, "flow", Database).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var service = ServiceProcess.Start(["--db", Database]);
        using var document = JsonDocument.Parse(await service.Http.GetStringAsync("/openapi/v1.json"));

        using var list = JsonDocument.Parse(await service.Http.GetStringAsync("/sessions"));
        DocumentedShape.CheckAnswer(document.RootElement, "/sessions", list.RootElement);
        var session = Assert.Single(list.RootElement.EnumerateArray());
        Assert.Equal("flow", session.GetProperty("name").GetString());
        Assert.Equal((1, printed.Length), (session.GetProperty("runs").GetInt32(), session.GetProperty("events").GetInt32()));

        var heard = new List<string>();
        for (var more = true; more;)
        {
            using var window = JsonDocument.Parse(await service.Http.GetStringAsync($"/sessions/flow/events?offset={heard.Count}&limit=7"));
            DocumentedShape.CheckAnswer(document.RootElement, "/sessions/{name}/events", window.RootElement);
            var run = Assert.Single(window.RootElement.GetProperty("runs").EnumerateArray());
            heard.AddRange(run.GetProperty("events").EnumerateArray().Select(told => told.GetRawText()));
            more = window.RootElement.GetProperty("hasMore").GetBoolean();
        }

        // A line of the run has three keys more, before the event's own.
        Assert.Equal(printed.Select(EventOf).Order(StringComparer.Ordinal), heard.Order(StringComparer.Ordinal));
        await AssertRefused(service, "/sessions/flow/events?limit=0", HttpStatusCode.BadRequest, "limit cannot be '0'");
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_a_problem_with_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "sessions.db"), "This is no database, however long one looks at it.");
        using var service = ServiceProcess.Start(["--db", Database]);
        await AssertRefused(service, "/sessions", HttpStatusCode.InternalServerError, "the file is no SQLite database.");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static string EventOf(string line) => "{" + line[line.IndexOf("\"Event\":", StringComparison.Ordinal)..];

    private static async Task AssertRefused(ServiceProcess service, string path, HttpStatusCode status, string sentence)
    {
        using var answer = await service.Http.GetAsync(path);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
