using System.Diagnostics.Metrics;
using System.Globalization;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Metering;

/// <summary>
/// What the link does: requests by name and outcome, latency, dropped clients. Counted in plain fields, so that counting costs an
/// addition; the instruments read them when somebody looks.
/// </summary>
internal sealed class LinkMeter
{
    private static readonly string[] _names = [.. Words.All<RequestName>(), "other"];
    private static readonly int[] _outcomes = [0, 41, 43, 51, 52, 53, 56, 59, 71, 231, 470, 496];

    private readonly long[] _requests = new long[_names.Length * _outcomes.Length];
    private readonly Histogram<double> _latency;
    private long _dropped;

    public LinkMeter(Meter meter)
    {
        meter.CreateObservableCounter(
            "telephony.link.requests", () => ServiceMeter.Counts(_requests, Tags), null, "Requests of link clients, by name and outcome.");
        meter.CreateObservableCounter(
            "telephony.link.dropped_clients", () => Interlocked.Read(ref _dropped), null, "Link clients that were dropped because they did not read.");
        _latency = meter.CreateHistogram<double>(
            "telephony.link.request.duration", "s", "From reading a request to queueing the event that answers it.");
    }

    /// <summary>The number under which a request's name is counted.</summary>
    public static int NameOf(string? request) => Words.TryParse<RequestName>(request, out var name) ? (int)name : _names.Length - 1;

    /// <summary>A request was answered; <paramref name="code"/> 0: well.</summary>
    public void Answered(int name, int code, TimeSpan after)
    {
        Interlocked.Increment(ref _requests[(name * _outcomes.Length) + Array.IndexOf(_outcomes, code)]);
        if (_latency.Enabled && after > TimeSpan.Zero) _latency.Record(after.TotalSeconds);
    }

    public void ClientDropped() => Interlocked.Increment(ref _dropped);

    private static KeyValuePair<string, object?>[] Tags(int at) =>
    [
        new("request", _names[at / _outcomes.Length]),
        new("outcome", _outcomes[at % _outcomes.Length] is > 0 and var code ? code.ToString(CultureInfo.InvariantCulture) : "ok"),
    ];
}
