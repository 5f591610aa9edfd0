using System.Globalization;
using Microsoft.Playwright;

namespace TelephonyActors.Service.Tests.Pages;

/// <summary>The web page in a real browser, served by a real host.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telephony-actors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [BrowserFact]
    public async Task A_shared_line_call_can_be_made_with_the_mouse_and_read_off_the_ladder()
    {
        using var service = ServiceProcess.Start();
        await using var page = await OpenPage.OpenAsync(chromium, service.Url);

        await page.DialAsync("60972", "60970");
        await page.Key("60970", "Answer").ClickAsync();
        await page.LadderAsync("60972", "EventOffHook", "EventDialing", "EventEstablished");
        await page.LadderAsync("60970", "EventRinging", "EventEstablished");
        await page.LadderAsync("60970_2", "EventRinging", "EventReleased");
        Assert.Equal("connected", await LampAsync(page));

        await page.Key("60970", "Hold").ClickAsync();
        await page.Key("60970_2", "Retrieve").ClickAsync();
        await page.LadderAsync("60970_2", "EventRinging", "EventReleased", "EventOffHook", "EventRinging", "EventEstablished");
        await page.Key("60970_3", "Barge in").ClickAsync();
        await page.LadderAsync("60970_3", "EventRinging", "EventReleased", "EventRinging", "EventOffHook", "EventEstablished");
        await page.Key("60972", "Hang up").ClickAsync();
        await page.LadderAsync("60970_3", "EventRinging", "EventReleased", "EventRinging", "EventOffHook", "EventEstablished", "EventPartyDeleted");
        Assert.Equal("EventCallCreated", (await page.LadderAsync("monitoring"))[0]);
    }

    [BrowserFact]
    public async Task The_page_can_be_used_with_the_keyboard_alone()
    {
        using var service = ServiceProcess.Start();
        await using var page = await OpenPage.OpenAsync(chromium, service.Url, ColorScheme.Dark);

        await page.Key("60972", "Dial").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("60973");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Key("60973", "Answer").FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");
        await page.LadderAsync("60973", "EventRinging", "EventEstablished");

        await page.Page.Locator(".event[data-event='EventEstablished']").First.FocusAsync();
        var attributes = page.Page.Locator("#attributes");
        await attributes.WaitForAsync();
        Assert.Contains("ThisDNRole", await attributes.InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_the_switch_does_not_allow_is_said_in_its_own_words()
    {
        using var service = ServiceProcess.Start();
        await using var page = await OpenPage.OpenAsync(chromium, service.Url);
        await page.DialAsync("60972", "60973");
        await page.Key("60973", "Answer").WaitForAsync();

        // A paused page does not know that the call has gone.
        await page.Page.Locator("#pause").ClickAsync();
        using var order = new StringContent("""{"action":"hangUp"}""");
        using var answer = await service.Http.PostAsync("/phones/60972", order);
        answer.EnsureSuccessStatusCode();
        await page.Key("60973", "Answer").ClickAsync();
        await page.Page.Locator("#notice").GetByText("call").WaitForAsync();
    }

    [BrowserFact]
    public async Task Ten_thousand_live_calls_are_a_window_that_can_be_filtered()
    {
        const int calls = 10_000;
        var path = Path.Combine(_folder.FullName, "many.yaml");
        var numbers = Enumerable.Range(0, calls).Select(at => string.Create(CultureInfo.InvariantCulture, $"5{at:D5}")).ToList();
        await File.WriteAllTextAsync(path, $"dns: [{string.Join(", ", numbers.Select(number => $"\"{number}\""))}]\nexternals: [\"4155550100\"]\n");
        using var service = ServiceProcess.Start(["--switch", path]);
        await using var client = await service.ConnectAsync();
        foreach (var chunk in numbers.Chunk(500))
        {
            await Task.WhenAll(chunk.Select(number => client.RegisterAddressAsync(number))).Patiently();
            await Task.WhenAll(chunk.Select(number => client.MakeCallAsync(number, "4155550100"))).Patiently();
        }

        await using var page = await OpenPage.OpenAsync(chromium, service.Url);
        await page.Page.Locator("#live").GetByText("10,000").WaitForAsync();
        Assert.Equal(60, await page.Page.Locator("#call-list > li").CountAsync());
        Assert.Equal(100, await page.Page.Locator(".phone[data-number^='5']").CountAsync());

        await page.Page.Locator("#filter").FillAsync("507123");
        await Patience.UntilAsync(() => page.Page.Locator("#call-list > li").CountAsync(), shown => shown == 1);
        await page.LadderAsync("507123", "EventOffHook", "EventDialing", "EventNetworkReached");
    }

    private static Task<string?> LampAsync(OpenPage page) => page.Page.Locator("[data-appearance='1']").GetAttributeAsync("data-state");
}
