using System.Globalization;
using System.Net;
using System.Text;

namespace TelephonyActors.Scenarios.Loading.Reports;

/// <summary>A line of a chart.</summary>
internal sealed record SvgLine(string Name, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A chart as inline SVG: lines over a common x, y from zero. Its colours are the page's.</summary>
internal sealed class SvgChart(string title, string unit, IReadOnlyList<SvgLine> lines)
{
    private const int Width = 720;
    private const int Height = 260;
    private const int Left = 70;
    private const int Right = 16;
    private const int Top = 34;
    private const int Bottom = 34;
    private const int Divisions = 4;

    private readonly double _mostX = Math.Max(1e-9, lines.SelectMany(line => line.Points).Select(point => point.X).DefaultIfEmpty(1).Max());
    private readonly double _mostY = Rounded(lines.SelectMany(line => line.Points).Select(point => point.Y).DefaultIfEmpty(1).Max());

    /// <summary>What stands at a point of the x axis.</summary>
    public Func<double, string> LabelX { get; init; } = static x => Number(x) + " s";

    public string Draw()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Escaped(title)}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"title\" x=\"{Left}\" y=\"18\">{Escaped(title)}, {Escaped(unit)}</text>");
        for (var division = 0; division <= Divisions; division++) Grid(svg, (double)division / Divisions);
        for (var line = 0; line < lines.Count; line++) Line(svg, lines[line], line);
        return svg.Append("</svg></figure>").ToString();
    }

    private void Grid(StringBuilder svg, double part)
    {
        var (x, y) = (X(part * _mostX), Y(part * _mostY));
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {y:0.#}H{Width - Right}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"y\" x=\"{Left - 6}\" y=\"{y + 4:0.#}\">{Number(part * _mostY)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"x\" x=\"{x:0.#}\" y=\"{Height - 12}\">{Escaped(LabelX(part * _mostX))}</text>");
    }

    private void Line(StringBuilder svg, SvgLine line, int index)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"line{index}\" points=\"");
        foreach (var (x, y) in line.Points) svg.Append(CultureInfo.InvariantCulture, $"{X(x):0.#},{Y(y):0.#} ");
        svg.Append("\"/>");
        if (lines.Count > 1)
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"name line{index}\" x=\"{Width - Right - (90 * (lines.Count - 1 - index))}\" y=\"18\">{Escaped(line.Name)}</text>");
    }

    private double X(double value) => Left + (value / _mostX * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (value / _mostY * (Height - Top - Bottom));

    // The next of 1, 2, 4, 5, 10, ... so that the grid has whole numbers.
    private static double Rounded(double most)
    {
        if (most <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        foreach (var step in (double[])[1, 2, 4, 5, 10])
            if (step * power >= most) return step * power;
        return most;
    }

    private static string Number(double value) =>
        value >= 1000 ? value.ToString("N0", CultureInfo.InvariantCulture) : value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
