using System.Net;
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
        Assert.Equal(["/calls", "/calls/{connId}", "/dns", "/dns/{dn}", "/health", "/metrics", "/phones/{number}"], paths.Keys.Order());

        foreach (var (path, operations) in paths.Where(path => path.Value.TryGetProperty("get", out _)))
        {
            var answer = await _service.Http.GetStringAsync(path.Replace("{connId}", call, StringComparison.Ordinal).Replace("{dn}", "60970", StringComparison.Ordinal));
            var content = operations.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content");
            if (!content.TryGetProperty("application/json", out var json)) continue;
            using var body = JsonDocument.Parse(answer);
            DocumentedShape.Check(document.RootElement, json.GetProperty("schema"), body.RootElement, path);
        }
    }

    [Theory]
    [InlineData("60972", """{"action":"dial","number":"60970"}""", HttpStatusCode.NoContent, "")]
    [InlineData("4155550100", """{"action":"dial","number":"60970"}""", HttpStatusCode.NoContent, "")]
    [InlineData("60972", """{"action":"hold"}""", HttpStatusCode.Conflict, "60972")]
    [InlineData("60999", """{"action":"hold"}""", HttpStatusCode.NotFound, "60999 is no number of the switch")]
    [InlineData("4155550100", """{"action":"hold"}""", HttpStatusCode.BadRequest, "allowed: dial, answer, hangUp")]
    [InlineData("60972", """{"action":"fly"}""", HttpStatusCode.BadRequest, "allowed: offHook, dial")]
    [InlineData("60972", """{"action":"dial"}""", HttpStatusCode.BadRequest, "number is missing")]
    [InlineData("60972", """{"action":"hold","number":"1"}""", HttpStatusCode.BadRequest, "number cannot be given")]
    [InlineData("60972", """{"action":"hold","connId":"x"}""", HttpStatusCode.BadRequest, "connId cannot be 'x'")]
    [InlineData("60972", """{}""", HttpStatusCode.BadRequest, "action is missing")]
    [InlineData("60972", """null""", HttpStatusCode.BadRequest, "action is missing")]
    [InlineData("60972", """{"action":7}""", HttpStatusCode.BadRequest, "The body is no order")]
    [InlineData("60972", "", HttpStatusCode.BadRequest, "The body is no order")]
    public async Task An_order_to_a_phone_is_done_or_refused_with_a_sentence(string number, string order, HttpStatusCode status, string sentence)
    {
        using var body = new StringContent(order);
        using var answer = await _service.Http.PostAsync($"/phones/{number}", body);
        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.NoContent) return;
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Contains(sentence, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dns/60999", 404)]
    [InlineData("/calls/x", 404)]
    [InlineData("/calls?state=odd", 400)]
    [InlineData("/calls?limit=0", 400)]
    [InlineData("/dns?offset=-1", 400)]
    [InlineData("/nowhere", 404)]
    [InlineData("/phones/60972", 405)]
    [InlineData("/tlib", 426)]
    public async Task What_cannot_be_answered_is_a_problem_with_a_sentence(string path, int status)
    {
        using var answer = await _service.Http.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.EndsWith(".", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
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
        Assert.Contains("\n# TYPE telephony_calls_live gauge\ntelephony_calls_live 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\ntelephony_calls_total 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\ntelephony_events_total{event=\"EventRinging\"} 3\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\ntelephony_link_requests_total{request=\"TRegisterAddress\",outcome=\"43\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\ntelephony_link_requests_total{request=\"TRegisterAddress\",outcome=\"ok\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\ntelephony_link_request_duration_seconds_count 2\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\ntelephony_link_dropped_clients_total 0\n", metrics, StringComparison.Ordinal);
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
