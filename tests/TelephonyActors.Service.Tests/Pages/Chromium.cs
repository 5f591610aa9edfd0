using Microsoft.Playwright;

namespace TelephonyActors.Service.Tests.Pages;

/// <summary>A headless Chromium for the tests of a class; there is none where the system has none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the system's own Chromium is.</summary>
    public static string Path => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public static bool IsThere => File.Exists(Path);

    internal IBrowser Browser => _browser ?? throw new InvalidOperationException("There is no Chromium.");

    public async Task InitializeAsync()
    {
        if (!IsThere) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
