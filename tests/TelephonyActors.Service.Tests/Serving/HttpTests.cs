using System.Text.Json;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Serving;

/// <summary>What HTTP answers, held against what the OpenAPI document says.</summary>
public sealed class HttpTests : IDisposable
{
    private readonly ServiceProcess _service = ServiceProcess.Start();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Every_documented_path_answers_in_the_documented_shape()
    {
        using var document = JsonDocument.Parse(await _service.Http.GetStringAsync("/openapi/v1.json"));
        var call = await RingingAsync();
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().ToDictionary(path => path.Name, path => path.Value);
        Assert.Equal(["/calls", "/calls/{connId}", "/dns", "/dns/{dn}", "/health", "/metrics", "/phones/{number}", "/sessions", "/sessions/{name}/events"], paths.Keys.Order());

        // Those of sessions: SessionHttpTests.
        foreach (var (path, operations) in paths.Where(path => path.Value.TryGetProperty("get", out _) && !path.Key.StartsWith("/sessions", StringComparison.Ordinal)))
        {
            var answer = await _service.Http.GetStringAsync(path.Replace("{connId}", call, StringComparison.Ordinal).Replace("{dn}", "60970", StringComparison.Ordinal));
            var content = operations.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content");
            if (!content.TryGetProperty("application/json", out _)) continue;
            using var body = JsonDocument.Parse(answer);
            DocumentedShape.CheckAnswer(document.RootElement, path, body.RootElement);
        }
    }

    [Fact]
    public async Task A_call_shows_its_events_so_far_and_stays_when_it_has_ended()
    {
        var call = await RingingAsync();
        using var hangUp = new StringContent("""{"action":"hangUp"}""");
        using var done = await _service.Http.PostAsync("/phones/60972", hangUp);
        var text = await Patience.UntilAsync(() => _service.Http.GetStringAsync($"/calls/{call}"), shown => shown.Contains("EventAbandoned", StringComparison.Ordinal) && shown.Contains("EventCallDeleted", StringComparison.Ordinal));
        using var shown = JsonDocument.Parse(text);
        var events = shown.RootElement.GetProperty("events").EnumerateArray().ToList();
        Assert.Contains(events, heard => heard.GetProperty("Event").GetString() == "EventOffHook");
        Assert.True(shown.RootElement.GetProperty("call").TryGetProperty("ended", out _));
        using var ended = JsonDocument.Parse(await _service.Http.GetStringAsync("/calls?state=ended&dn=60970_2"));
        Assert.Equal(call, ended.RootElement.GetProperty("calls")[0].GetProperty("connId").GetString());
    }

    [Fact]
    public async Task A_DN_that_acts_by_itself_answers_in_real_time()
    {
        await using var client = await _service.ConnectAsync();
        var events = client.Events();
        await client.RegisterAddressAsync("60972");
        await client.MakeCallAsync("60972", "60981");
        await foreach (var heard in events)
            if (heard.Event == EventName.EventEstablished) return;
        Assert.Fail("60981 never answered.");
    }

    [Fact]
    public async Task Metrics_count_calls_events_and_requests_by_outcome()
    {
        await using var client = await _service.ConnectAsync();
        await client.RegisterAddressAsync("60972");
        await Assert.ThrowsAsync<Client.RequestRefusedException>(() => client.RegisterAddressAsync("60972"));
        await RingingAsync();
        var metrics = await _service.Http.GetStringAsync("/metrics");
        var lines = new[]
        {
            """telephony_calls_live{} 1""",
            """telephony_calls_total{} 1""",
            """telephony_events_total{event="EventRinging"} 3""",
            """telephony_link_requests_total{outcome="43",request="TRegisterAddress"} 1""",
            """telephony_link_requests_total{outcome="ok",request="TRegisterAddress"} 1""",
            """telephony_link_request_duration_seconds_count{} 2""",
            """telephony_link_request_duration_seconds_bucket{le="2.5"} 2""",
            """telephony_link_dropped_clients_total{} 0""",
        };
        Assert.All(lines, line => Assert.Contains($"\n{line}\n", metrics, StringComparison.Ordinal));
        Assert.Contains("# TYPE telephony_calls_live gauge\n", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("otel_scope", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("target_info", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_names_and_labels_of_the_metrics_stay()
    {
        await using var client = await _service.ConnectAsync();
        await client.RegisterAddressAsync("60972");
        using var answer = await _service.Http.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var names = (await answer.Content.ReadAsStringAsync()).Split('\n')
            .Where(line => line.StartsWith("# TYPE telephony_", StringComparison.Ordinal) || line.StartsWith("# TYPE kestrel_", StringComparison.Ordinal))
            .Select(line => line["# TYPE ".Length..]).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "kestrel_active_connections gauge",
                "kestrel_queued_connections gauge",
                "kestrel_upgraded_connections gauge",
                "telephony_calls_live gauge",
                "telephony_calls_total counter",
                "telephony_events_total counter",
                "telephony_link_clients gauge",
                "telephony_link_dropped_clients_total counter",
                "telephony_link_longest_queue gauge",
                "telephony_link_queued_events gauge",
                "telephony_link_request_duration_seconds histogram",
                "telephony_link_requests_total counter",
            ],
            names.Where(name => !name.StartsWith("kestrel_connection_duration", StringComparison.Ordinal)));
    }

    // 60972 calls the shared line; the ConnID.
    private async Task<string> RingingAsync()
    {
        using var order = new StringContent("""{"action":"dial","number":"60970"}""");
        using var answer = await _service.Http.PostAsync("/phones/60972", order);
        answer.EnsureSuccessStatusCode();
        var ringing = await Patience.UntilAsync(() => _service.Http.GetStringAsync("/calls/?dn=60970_3"), shown => shown.Contains("\"dn\":\"60970_3\",\"state\":\"Alerting\"", StringComparison.Ordinal));
        await Patience.UntilAsync(() => _service.Http.GetStringAsync("/metrics"), shown => shown.Contains("event=\"EventRinging\"} 3", StringComparison.Ordinal));
        using var calls = JsonDocument.Parse(ringing);
        return calls.RootElement.GetProperty("calls")[0].GetProperty("connId").GetString()!;
    }
}
