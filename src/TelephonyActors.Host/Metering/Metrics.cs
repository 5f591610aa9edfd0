using System.Diagnostics.Metrics;

namespace TelephonyActors.Host.Metering;

/// <summary>
/// Listens to the meters of the service and of the runtime, and writes what they measured in the text format of Prometheus.
/// </summary>
internal sealed class Metrics : IDisposable
{
    private static readonly string[] _meters = [ServiceMeter.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly Lock _gate = new();
    private readonly MeterListener _listener = new();
    private readonly Dictionary<Instrument, MetricFamily> _families = [];

    public Metrics()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (!_meters.Contains(instrument.Meter.Name)) return;
            lock (_gate) _families.TryAdd(instrument, new MetricFamily(instrument));
            listener.EnableMeasurementEvents(instrument, null);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Everything as it stands now.</summary>
    public string Text()
    {
        lock (_gate)
        {
            foreach (var family in _families.Values) family.Begin();
        }

        _listener.RecordObservableInstruments();
        lock (_gate)
        {
            using var text = new StringWriter { NewLine = "\n" };
            foreach (var family in _families.Values.OrderBy(family => family.Name, StringComparer.Ordinal)) family.Write(text);
            return text.ToString();
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        MetricFamily? family;
        lock (_gate) family = _families.GetValueOrDefault(instrument);
        family?.Note(value, tags);
    }
}
