using Microsoft.Playwright;
using TelephonyActors.Service.Tests.Recording;

namespace TelephonyActors.Service.Tests.Pages;

/// <summary>The page's recorded sessions.</summary>
public sealed class RecordedPageTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-recorded-");

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "sessions.db")}";

    [BrowserFact]
    public async Task A_call_that_the_service_recorded_is_played_into_the_ladder()
    {
        await RecordAsync();
        using var service = ServiceProcess.Start(["--db", Database]);
        await using var page = await OpenPage.OpenAsync(chromium, service.Url);

        await page.Page.Locator("[data-state='recorded']").ClickAsync();
        await page.Page.Locator("#session-list").GetByText("day").ClickAsync();
        await page.Page.Locator("#recorded-calls").GetByText("60972 \u2192 60973").ClickAsync();
        await page.LadderAsync("60973", "EventRinging", "EventEstablished", "EventReleased");
        await page.Page.Locator("[data-speed='max']").ClickAsync();
        await page.Page.Locator("#play").ClickAsync();
        await page.LadderAsync("60973", "EventRinging", "EventEstablished", "EventReleased");
        Assert.Equal("EventCallDeleted", (await page.LadderAsync("monitoring"))[^1]);

        await page.Page.Locator("[data-state='live']").ClickAsync();
        await page.Page.Locator("#call-list").WaitForAsync();
        Assert.False(await page.Page.Locator("#player").IsVisibleAsync());
    }

    [BrowserFact]
    public async Task A_replay_goes_at_the_chosen_speed_and_pauses_with_the_keyboard_alone()
    {
        var path = Path.Combine(_folder.FullName, "hour.yaml");
        await File.WriteAllTextAsync(path, """
            switch: { dns: ["7001", "7002"] }
            steps:
              - request: { TMakeCall: { ThisDN: "7001", OtherDN: "7002" } }
              - wait: 1h
              - request: { TAnswerCall: { ThisDN: "7002", ConnID: $1 } }
            """);
        RecordedScenario.Record(path, "hour", Database);
        using var service = ServiceProcess.Start(["--db", Database]);
        await using var page = await OpenPage.OpenAsync(chromium, new Uri(service.Url, "#/sessions/hour"));
        var play = page.Page.Locator("#play");

        await PressAsync(page.Page.Locator("#recorded-calls a"));
        await page.LadderAsync("7002", "EventRinging", "EventEstablished");
        await PressAsync(play);
        await page.LadderAsync("7002", "EventRinging");
        Assert.Equal("Pause", await play.InnerTextAsync());
        await PressAsync(play);
        Assert.Equal("Go on", await play.InnerTextAsync());
        await PressAsync(page.Page.Locator("[data-speed='max']"));
        await page.LadderAsync("7002", "EventRinging");
        await PressAsync(play);
        await page.LadderAsync("7002", "EventRinging", "EventEstablished");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task PressAsync(ILocator control)
    {
        await control.FocusAsync();
        await control.PressAsync("Enter");
    }

    private async Task RecordAsync()
    {
        using var service = ServiceProcess.Start(["--record", "day", "--db", Database]);
        await using var client = await service.ConnectAsync();
        await client.RegisterAddressAsync("60972");
        await client.RegisterAddressAsync("60973");
        var dialing = await client.MakeCallAsync("60972", "60973");
        await client.AnswerCallAsync("60973", dialing.ConnID!);
        await client.ReleaseCallAsync("60972", dialing.ConnID!);
        service.Signal("TERM");
        Assert.Equal(0, await service.EndAsync());
    }
}
