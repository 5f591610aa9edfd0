namespace TelephonyActors.Service.Tests.Pages;

/// <summary>A test that needs Chromium, and says so where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!Chromium.IsThere) Skip = $"needs Chromium at {Chromium.Path}, or where the variable CHROMIUM says";
    }
}
