using System.Text;

namespace TelephonyActors.Host;

/// <summary>
/// The process's two outputs: results and everything else. UTF-8 without a byte order mark and with line feeds alone on every
/// system. A reader that goes away (<c>| head</c>) is not an error: the runtime drops what is written to a closed pipe.
/// </summary>
internal sealed class StandardStreams : IDisposable
{
    private static readonly UTF8Encoding _encoding = new(encoderShouldEmitUTF8Identifier: false);

    private StandardStreams(TextWriter output, TextWriter error, bool colour)
    {
        Output = output;
        Error = error;
        Colour = colour;
    }

    /// <summary>Results.</summary>
    public TextWriter Output { get; }

    /// <summary>Log, progress, differences, what is wrong with the input.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether the results go to somebody who sees colours.</summary>
    public bool Colour { get; }

    /// <summary>Whether the results go to somebody who watches.</summary>
    public bool OutputIsTerminal { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether everything else goes to somebody who watches.</summary>
    public bool ErrorIsTerminal { get; } = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public static StandardStreams OfProcess()
    {
        var terminal = !Console.IsOutputRedirected;
        var colour = terminal
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new StandardStreams(
            Writer(Console.OpenStandardOutput(), autoFlush: terminal),
            Writer(Console.OpenStandardError(), autoFlush: true),
            colour);
    }

    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }

    private static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, _encoding, bufferSize: 16 * 1024) { AutoFlush = autoFlush, NewLine = "\n" };
}
