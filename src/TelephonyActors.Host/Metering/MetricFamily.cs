using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace TelephonyActors.Host.Metering;

/// <summary>One instrument as Prometheus sees it: a name, what it means, and a value per set of labels.</summary>
internal sealed class MetricFamily
{
    private static readonly double[] _bounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, double> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Distribution> _distributions = new(StringComparer.Ordinal);
    private readonly string _help;
    private readonly string _type;
    private readonly bool _adds;

    public MetricFamily(Instrument instrument)
    {
        var kind = instrument.GetType();
        var generic = kind.IsGenericType ? kind.GetGenericTypeDefinition() : kind;
        _type = generic == typeof(Histogram<>) ? "histogram"
            : generic == typeof(Counter<>) || generic == typeof(ObservableCounter<>) ? "counter" : "gauge";
        _adds = !instrument.IsObservable;
        _help = (instrument.Description ?? "").ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal);
        Name = NameOf(instrument, _type);
    }

    public string Name { get; }

    /// <summary>What is observed is observed anew.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            if (!_adds) _values.Clear();
        }
    }

    public void Note(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lock (_gate)
        {
            if (_type == "histogram") Distribute(labels, value);
            else _values[labels] = _adds ? _values.GetValueOrDefault(labels) + value : value;
        }
    }

    public void Write(TextWriter text)
    {
        lock (_gate)
        {
            if (_values.Count == 0 && _distributions.Count == 0) return;
            text.WriteLine($"# HELP {Name} {_help}");
            text.WriteLine($"# TYPE {Name} {_type}");
            foreach (var (labels, value) in _values) text.WriteLine($"{Name}{Braced(labels)} {Number(value)}");
            foreach (var (labels, distribution) in _distributions) distribution.Write(text, Name, labels);
        }
    }

    private void Distribute(string labels, double value)
    {
        if (!_distributions.TryGetValue(labels, out var distribution)) _distributions[labels] = distribution = new Distribution();
        distribution.Note(value);
    }

    // Prometheus names have underscores, base units and, for counters, _total.
    private static string NameOf(Instrument instrument, string type)
    {
        var name = new StringBuilder();
        foreach (var character in instrument.Name) name.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        if (instrument.Unit is "s" or "By") name.Append(instrument.Unit == "s" ? "_seconds" : "_bytes");
        if (type == "counter") name.Append("_total");
        return name.ToString();
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var labels = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            if (labels.Length > 0) labels.Append(',');
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Append(key.Replace('.', '_')).Append("=\"");
            foreach (var character in text) _ = character switch
            {
                '\\' or '"' => labels.Append('\\').Append(character),
                '\n' => labels.Append("\\n"),
                _ => labels.Append(character),
            };
            labels.Append('"');
        }

        return labels.ToString();
    }

    private static string Braced(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The values of a histogram, counted by how large they are.</summary>
    private sealed class Distribution
    {
        private readonly long[] _counts = new long[_bounds.Length + 1];
        private double _sum;

        public void Note(double value)
        {
            var at = 0;
            while (at < _bounds.Length && value > _bounds[at]) at++;
            _counts[at]++;
            _sum += value;
        }

        public void Write(TextWriter text, string name, string labels)
        {
            var comma = labels.Length == 0 ? "" : ",";
            long count = 0;
            for (var at = 0; at < _counts.Length; at++)
            {
                count += _counts[at];
                var bound = at < _bounds.Length ? Number(_bounds[at]) : "+Inf";
                text.WriteLine($"{name}_bucket{{{labels}{comma}le=\"{bound}\"}} {Number(count)}");
            }

            text.WriteLine($"{name}_sum{Braced(labels)} {Number(_sum)}");
            text.WriteLine($"{name}_count{Braced(labels)} {Number(count)}");
        }
    }
}
