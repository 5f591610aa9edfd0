using System.Net;
using System.Text.Json;

namespace TelephonyActors.Service.Tests.Serving;

/// <summary>What HTTP says to orders and questions, good and bad.</summary>
public sealed class HttpAnswerTests(SharedService shared) : IClassFixture<SharedService>
{
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
        using var answer = await shared.Service.Http.PostAsync($"/phones/{number}", body);
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
        using var answer = await shared.Service.Http.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.EndsWith(".", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
