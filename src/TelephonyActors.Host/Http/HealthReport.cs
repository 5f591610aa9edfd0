namespace TelephonyActors.Host.Http;

/// <summary>That the service is there, and what it emulates.</summary>
/// <param name="Status"><c>ready</c>; <c>stopping</c> once it was told to stop; <c>failed</c> where a health check fails.</param>
/// <param name="Switch">The name of the switch.</param>
/// <param name="Version">The version of the program.</param>
internal sealed record HealthReport(string Status, string Switch, string Version);
