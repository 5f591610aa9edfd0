using System.Net;
using System.Net.WebSockets;
using TelephonyActors.Client;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Serving;

/// <summary>Who may use the service.</summary>
public sealed class AccessTests : IDisposable
{
    private const string Token = "correct-horse-battery-staple";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-actors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task With_a_token_only_who_shows_it_gets_in()
    {
        using var service = ServiceProcess.Start(["--token-file", Written(Token)]);
        foreach (var path in new[] { "/dns", "/calls", "/metrics", "/openapi/v1.json" })
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, path));
        foreach (var path in new[] { "/", "/page.js", "/health" })
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, path));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/dns", ("Authorization", "Bearer wrong")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, $"/dns?access_token={Token}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, "/nowhere"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "/dns", ("Authorization", $"Bearer {Token}")));

        await Assert.ThrowsAsync<WebSocketException>(() => Links.RawLink.ConnectAsync(service));
        await Assert.ThrowsAsync<WebSocketException>(() => Links.RawLink.ConnectAsync(service, "?access_token=wrong"));
        using var browser = await Links.RawLink.ConnectAsync(service, $"?access_token={Token}");
        await using var client = await TelephonyClient.ConnectAsync(service.Link, new TelephonyClientOptions { Token = Token });
        Assert.Equal(EventName.EventRegistered, (await client.RegisterAddressAsync("60972")).Event);
        Assert.Empty(service.Log);
    }

    [Fact]
    public void With_a_token_other_addresses_are_served()
    {
        using var service = ServiceProcess.Start(["--token-file", Written(Token), "--urls", "http://0.0.0.0:0"]);
        Assert.Equal("0.0.0.0", service.Url.Host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("two words that are long enough")]
    public void A_token_that_is_none_is_one_sentence_and_exit_status_2(string token)
    {
        var (status, error) = ServiceProcess.Refused(["--token-file", Written(token)]);
        Assert.Equal(2, status);
        Assert.Contains("holds no token; allowed: one line of at least 16 visible ASCII characters", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_other_origins_and_foreign_names_of_this_machine_are_refused_unless_allowed()
    {
        using var service = ServiceProcess.Start(null, ("TELEPHONYACTORS_AllowedOrigins__0", "https://desk.example.org"), ("TELEPHONYACTORS_AllowedHosts__0", "desk.local"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "/dns", ("Origin", service.Url.GetLeftPart(UriPartial.Authority))));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "/dns", ("Origin", "https://desk.example.org")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(service, "/dns", ("Origin", "https://evil.example.org")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(service, "/dns", ("Origin", "null")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "/dns", ("Host", "desk.local:80")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(service, "/dns", ("Host", "evil.example.org")));

        await Assert.ThrowsAsync<WebSocketException>(() => Links.RawLink.ConnectAsync(service, "", options => options.SetRequestHeader("Origin", "https://evil.example.org")));
        using var allowed = await Links.RawLink.ConnectAsync(service, "", options => options.SetRequestHeader("Origin", "https://desk.example.org"));
    }

    [Theory]
    [InlineData("https://desk.example.org", HttpStatusCode.NoContent)]
    [InlineData("https://evil.example.org", HttpStatusCode.Forbidden)]
    public async Task A_browser_that_asks_first_is_told_what_an_allowed_origin_may_do(string origin, HttpStatusCode status)
    {
        string[] arguments = ["--token-file", Written(Token)];
        using var service = ServiceProcess.Start(arguments, ("TELEPHONYACTORS_AllowedOrigins__0", "https://desk.example.org"));
        using var request = new HttpRequestMessage(HttpMethod.Options, "/phones/60972");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var answer = await service.Http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        var told = answer.Headers.Where(header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        Assert.Equal(
            status == HttpStatusCode.Forbidden ? [] :
            [
                "Access-Control-Allow-Headers: authorization,content-type",
                "Access-Control-Allow-Methods: GET,POST",
                $"Access-Control-Allow-Origin: {origin}",
            ],
            told);
    }

    private static async Task<HttpStatusCode> StatusAsync(ServiceProcess service, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await service.Http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return answer.StatusCode;
    }

    private string Written(string token)
    {
        var path = Path.Combine(_folder.FullName, "token");
        File.WriteAllText(path, token + "\n");
        return path;
    }
}
