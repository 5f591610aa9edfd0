using System.Collections.Immutable;
using System.Text;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>A line of a ladder in pieces of one tone each.</summary>
public sealed record LadderLine(ImmutableArray<(string Text, Tone Tone)> Pieces)
{
    public static LadderLine Empty { get; } = new([]);

    public static LadderLine Of(string text, Tone tone) => new([(text, tone)]);

    /// <summary>Writes the line without blanks at its end; the tones become colours where the reader can see them.</summary>
    public void Write(TextWriter output, bool colour)
    {
        var line = new StringBuilder();
        var last = Pieces.Length - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(Pieces[last].Text)) last--;
        for (var at = 0; at <= last; at++)
        {
            var text = at == last ? Pieces[at].Text.TrimEnd() : Pieces[at].Text;
            var code = colour ? Code(Pieces[at].Tone) : "";
            _ = code.Length == 0 || string.IsNullOrWhiteSpace(text) ? line.Append(text) : line.Append(code).Append(text).Append("\e[0m");
        }

        output.WriteLine(line);
    }

    private static string Code(Tone tone) => tone switch
    {
        Tone.Faint => "\e[2m",
        Tone.Strong => "\e[1m",
        Tone.Act => "\e[1;36m",
        Tone.Good => "\e[32m",
        Tone.Bad => "\e[1;31m",
        _ => "",
    };
}
