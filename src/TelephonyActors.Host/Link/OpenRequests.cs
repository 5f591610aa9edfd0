using System.Diagnostics;
using TelephonyActors.Host.Metering;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Link;

/// <summary>
/// The requests of one client that wait for their answer, for the metrics: outcome and latency. A request without ReferenceID is
/// refused, and counted when it is.
/// </summary>
internal sealed class OpenRequests(LinkMeter meter)
{
    // A client that reuses its numbers or sends faster than it is answered must not make this grow.
    private const int Most = 65_536;

    private readonly Dictionary<long, (int Name, long Sent)> _open = [];

    public void Open(TRequest request)
    {
        if (request.ReferenceID is not { } id) return;
        lock (_open)
        {
            if (_open.Count < Most) _open[id] = (LinkMeter.NameOf(request.Request), Stopwatch.GetTimestamp());
        }
    }

    public void Close(TEvent heard)
    {
        if (heard.ReferenceID is { } id)
        {
            (int Name, long Sent) request;
            lock (_open)
            {
                if (!_open.Remove(id, out request)) return;
            }

            meter.Answered(request.Name, heard.ErrorCode ?? 0, Stopwatch.GetElapsedTime(request.Sent));
        }
        else if (heard.Event == EventName.EventError)
        {
            meter.Answered(LinkMeter.NameOf(heard.Request), heard.ErrorCode ?? 0, TimeSpan.Zero);
        }
    }
}
