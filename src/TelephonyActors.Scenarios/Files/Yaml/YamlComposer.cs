using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TelephonyActors.Scenarios.Files.Yaml;

/// <summary>
/// Composes the nodes of a YAML text: one document, scalars as keys, each key once, no tags but YAML's own. Anchors and aliases
/// work; how much they may multiply is limited.
/// </summary>
internal sealed class YamlComposer
{
    private const string Mend = "YAML; a text that begins with a special character stands in quotes";
    private const string YamlTags = "tag:yaml.org,2002:";
    private const int MostLevels = 64;
    private const int MostNodes = 1_000_000;

    private readonly string _path;
    private readonly string[] _lines;
    private readonly Parser _parser;
    private readonly FaultList _faults;
    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = [];
    private int _nodes;
    private FilePosition _innermost;

    private YamlComposer(string path, string text, FaultList faults)
    {
        _path = path;
        _lines = text.Split('\n');
        _parser = new Parser(new StringReader(text));
        _faults = faults;
        _innermost = new FilePosition(path, 1, 1);
    }

    /// <summary>
    /// The text's one document. Throws <see cref="BadInputException"/> where it has none or is no YAML; smaller faults go to the list.
    /// </summary>
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="holds">What it should hold, for the message about an empty one.</param>
    /// <param name="faults">Where the faults go that do not keep the rest from being read.</param>
    public static YamlNode Compose(string path, string text, string holds, FaultList faults)
    {
        var composer = new YamlComposer(path, text, faults);
        try
        {
            return composer.Document() ?? throw new BadInputException(new Fault(FilePosition.Whole(path), "is empty", holds));
        }
        catch (YamlException broken)
        {
            throw composer.NotYaml(Position(path, broken.Start), broken.Message);
        }
        catch (InvalidOperationException)
        {
            // So the parser ends on some texts that break off within brackets or quotes.
            throw composer.NotYaml(composer._innermost, "what begins here is not closed");
        }
    }

    private static FilePosition Position(string path, in Mark mark) =>
        new(path, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private FilePosition Here(in Mark mark) => Position(_path, mark);

    private BadInputException NotYaml(FilePosition at, string why)
    {
        // A tab that indents is the usual reason, and the parser then points somewhere above it.
        var tab = Array.FindIndex(_lines, at.Line - 1, line => line.TrimStart(' ').StartsWith('\t') && line.Trim().Length > 0);
        if (tab >= 0)
        {
            var column = _lines[tab].IndexOf('\t', StringComparison.Ordinal) + 1;
            return Refused(new FilePosition(_path, tab + 1, column), "a tab indents this line", "spaces");
        }

        var text = why.TrimEnd('.').Replace("  ", " ", StringComparison.Ordinal);
        return Refused(at, $"not YAML: {char.ToLowerInvariant(text[0])}{text[1..]}", Mend);
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return null;

        _parser.Consume<DocumentStart>();
        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            _faults.Add(Here(second.Start), "a second document begins", "one document in a file");
        return root is YamlScalar { IsEmpty: true } ? null : root;
    }

    private YamlNode Node(int level)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias)) return Aliased(alias);

        // The parser lets a colon pass that has nothing before it, and then runs out of values.
        if (_parser.Current is not NodeEvent start) throw NotYaml(Here(_parser.Current!.Start), "a key or a value is missing before this");
        var at = Here(start.Start);
        if (level == MostLevels) throw Refused(at, "too deeply nested", $"at most {MostLevels} levels");
        if (++_nodes > MostNodes) throw Refused(at, "too large", $"at most {MostNodes} nodes");

        var before = _nodes;
        var isText = CheckTag(start, at);
        YamlNode node = start switch
        {
            Scalar => ScalarNode(at, isText),
            SequenceStart => ListNode(at, level),
            _ => MappingNode(at, level),
        };
        if (!start.Anchor.IsEmpty) _anchors[start.Anchor.Value] = (node, _nodes - before + 1);
        return node;
    }

    private YamlScalar ScalarNode(FilePosition at, bool isText)
    {
        var scalar = _parser.Consume<Scalar>();
        return new YamlScalar(at, scalar.Value, scalar.Style == ScalarStyle.Plain && !isText);
    }

    private YamlList ListNode(FilePosition at, int level)
    {
        _parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!At<SequenceEnd>(at)) items.Add(Node(level + 1));
        return new YamlList(at, items.ToImmutable());
    }

    private YamlMapping MappingNode(FilePosition at, int level)
    {
        _parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = new Dictionary<string, int>();
        while (!At<MappingEnd>(at))
        {
            var key = Node(level + 1);
            var value = Node(level + 1);
            if (key is not YamlScalar name)
                _faults.Add(key.Position, $"{key.Kind} is the key", "a text as the key");
            else if (lines.TryAdd(name.Text, name.Position.Line))
                entries.Add(new YamlEntry(name, value));
            else
                _faults.Add(
                    name.Position,
                    $"the key {FaultList.Quoted(name.Text)} stands here again, first in line {lines[name.Text]}",
                    "each key once");
        }

        return new YamlMapping(at, entries.ToImmutable());
    }

    private bool At<TEnd>(FilePosition beginning)
        where TEnd : ParsingEvent
    {
        _innermost = beginning;
        return _parser.TryConsume<TEnd>(out _);
    }

    private YamlNode Aliased(AnchorAlias alias)
    {
        var (at, name) = (Here(alias.Start), alias.Value.Value);
        if (!_anchors.TryGetValue(name, out var anchored))
            throw Refused(at, $"*{name} refers to no anchor", $"an anchor above it, or '*{name}' in quotes if it is a text");

        _nodes += anchored.Size;
        if (_nodes > MostNodes) throw Refused(at, "too large", $"at most {MostNodes} nodes");
        return anchored.Node;
    }

    // Whether the tag makes a text of a value without quotes.
    private bool CheckTag(NodeEvent node, FilePosition at)
    {
        if (node.Tag.IsEmpty) return false;
        if (node.Tag.IsNonSpecific || node.Tag.Value == YamlTags + "str") return true;
        if (node.Tag.Value is not (YamlTags + "int" or YamlTags + "bool" or YamlTags + "null" or YamlTags + "map" or YamlTags + "seq"))
            _faults.Add(at, $"the tag {FaultList.Quoted(node.Tag.Value)}", "no tags");
        return false;
    }

    private static BadInputException Refused(FilePosition at, string wrong, string allowed) => new(new Fault(at, wrong, allowed));
}
