using System.Text;
using Akka.Actor;
using Akka.Serialization;

namespace Akka.Embedded.Persistence.Tests.Ledgers;

/// <summary>What is persisted through the serializer that the tests bind.</summary>
public interface IWritten;

/// <summary>An event: a line was written.</summary>
public sealed record Line(string Text) : IWritten
{
    /// <summary>A text that cannot be serialized.</summary>
    public const string Unwritable = "unwritable";

    /// <summary>A text that can be serialized and not be read again.</summary>
    public const string Unreadable = "unreadable";
}

/// <summary>A snapshot: all lines so far.</summary>
public sealed record Page(string Lines) : IWritten;

/// <summary>Writes <see cref="IWritten"/> with a short manifest.</summary>
public sealed class LedgerSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    /// <summary>The binding, with the identifier 7001.</summary>
    public const string Hocon = """
        akka.actor {
          serializers {
            ledger = "Akka.Embedded.Persistence.Tests.Ledgers.LedgerSerializer, Akka.Embedded.Persistence.Tests"
          }
          serialization-bindings {
            "Akka.Embedded.Persistence.Tests.Ledgers.IWritten, Akka.Embedded.Persistence.Tests" = ledger
          }
          serialization-identifiers {
            "Akka.Embedded.Persistence.Tests.Ledgers.LedgerSerializer, Akka.Embedded.Persistence.Tests" = 7001
          }
        }
        """;

    private const string LineManifest = "L";
    private const string PageManifest = "P";

    public override string Manifest(object o) => o is Line ? LineManifest : PageManifest;

    public override byte[] ToBinary(object obj) => obj switch
    {
        Line { Text: Line.Unwritable } => throw new NotSupportedException("This line cannot be written."),
        Line line => Encoding.UTF8.GetBytes(line.Text),
        Page { Lines: Line.Unwritable } => throw new NotSupportedException("This page cannot be written."),
        Page page => Encoding.UTF8.GetBytes(page.Lines),
        _ => throw new ArgumentException($"Not a line: {obj}", nameof(obj)),
    };

    public override object FromBinary(byte[] bytes, string manifest)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text == Line.Unreadable)
            throw new NotSupportedException("This line cannot be read.");
        return manifest == LineManifest ? new Line(text) : new Page(text);
    }
}
