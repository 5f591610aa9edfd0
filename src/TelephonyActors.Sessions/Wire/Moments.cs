using System.Globalization;

namespace TelephonyActors.Sessions.Wire;

/// <summary>Moments as text, to the last tick: what a decision was made with must come back whole.</summary>
internal static class Moments
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static DateTimeOffset Of(long utcTicks) => new(utcTicks, TimeSpan.Zero);

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out DateTimeOffset moment) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
}
