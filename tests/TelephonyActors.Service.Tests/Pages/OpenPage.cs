using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TelephonyActors.Service.Tests.Pages;

/// <summary>The page of a service in a browser. What goes wrong in its scripts fails the test that closes it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _errors = [];

    private OpenPage(IPage page) => Page = page;

    public IPage Page { get; }

    public static async Task<OpenPage> OpenAsync(Chromium chromium, Uri url, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.Browser.NewPageAsync(new BrowserNewPageOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        page.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        var opened = new OpenPage(page);
        page.PageError += (_, error) => opened._errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            // The browser itself notes every answer of the service that is an error.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) opened._errors.Enqueue(message.Text);
        };
        await page.GotoAsync(url.ToString());
        await page.WaitForSelectorAsync(".phone");
        return opened;
    }

    /// <summary>A button of a phone.</summary>
    public ILocator Key(string number, string label) =>
        Page.Locator($".phone[data-number='{number}']").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = $"{label} at {number}", Exact = true });

    /// <summary>Dials with the mouse alone.</summary>
    public async Task DialAsync(string from, string to)
    {
        await Key(from, "Dial").ClickAsync();
        await Page.Locator("#dial-numbers").GetByText(to, new LocatorGetByTextOptions { Exact = true }).ClickAsync();
    }

    /// <summary>The names of the events of a column of the ladder, from the top.</summary>
    public Task<IReadOnlyList<string>> LadderAsync(string column) =>
        Page.Locator($"#ladder .cell[data-column='{column}'] .event .name").AllInnerTextsAsync();

    /// <summary>Waits until a column of the ladder has these events.</summary>
    public Task<IReadOnlyList<string>> LadderAsync(string column, params string[] events) =>
        Patience.UntilAsync(() => LadderAsync(column), shown => shown.SequenceEqual(events));

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        Assert.Empty(_errors);
    }
}
