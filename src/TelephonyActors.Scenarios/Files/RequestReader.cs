using TelephonyActors.Scenarios.Files.Yaml;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Files;

/// <summary>
/// Reads a request of a step (contract, chapters 2 and 3). What the switch itself refuses with an EventError is not looked at here:
/// a missing attribute, a malformed ConnID, a request of T-Library that is not emulated.
/// </summary>
internal sealed class RequestReader(SwitchNumbers numbers, FaultList faults)
{
    private const string Example = "one request with its attributes, such as { TMakeCall: { ThisDN: \"60972\", OtherDN: \"60970\" } }";

    private readonly PairsReader _pairs = new(faults);

    /// <summary>The request; null, and faults, where it is not in order.</summary>
    /// <param name="node">Its name with its attributes, or its name alone.</param>
    /// <param name="step">The number of its step, its ReferenceID unless it has one.</param>
    public StepAction.Request? Read(YamlNode node, int step)
    {
        var (name, attributes) = node switch
        {
            YamlScalar { IsEmpty: false } alone => (alone, null),
            YamlMapping { Entries: [var only] } => (only.Key, only.Value),
            _ => (null, null),
        };
        if (name is null)
        {
            faults.Add(node.Position, $"request cannot be {(node is YamlMapping many ? many.KindByCount : node.Kind)}", Example);
            return null;
        }

        if (!RequestNames.IsOfTLibrary(name.Text))
        {
            faults.Add(name.Position, $"T-Library has no request {FaultList.Quoted(name.Text)}", RequestNames.Emulated);
            return null;
        }

        var written = new StepAction.Request(new TRequest { Request = name.Text, ReferenceID = step }, null, null);
        return Attributes(attributes) is { } entries ? With(written, name.Text, entries) : null;
    }

    private YamlEntry[]? Attributes(YamlNode? node)
    {
        switch (node)
        {
            case null or YamlScalar { IsEmpty: true } or YamlScalar { IsNull: true }:
                return [];
            case YamlMapping mapping:
                return [.. mapping.Entries];
            default:
                faults.Add(node.Position, $"the attributes cannot be {node.Kind}", "a mapping of attributes, {} for none");
                return null;
        }
    }

    private StepAction.Request? With(StepAction.Request request, string name, YamlEntry[] entries)
    {
        var before = faults.Count;
        var isEmulated = Words.TryParse<RequestName>(name, out var known);
        foreach (var (key, value) in entries)
        {
            var isKnown = RequestAttributes.Set.TryGet(key.Text, out var attribute) && attribute != RequestAttributes.Request;
            if (isEmulated && !(isKnown && IsAttributeOf(known, attribute!)))
                faults.Add(key.Position, $"{name} has no attribute {FaultList.Quoted(key.Text)}", Names(known));
            else if (isKnown)
                request = With(request, attribute!, value);
        }

        return faults.Count == before ? request : null;
    }

    private static bool IsAttributeOf(RequestName request, TAttribute<TRequest> attribute) =>
        attribute == RequestAttributes.ReferenceID || RequestAttributes.Of(request).Has(attribute);

    private static string Names(RequestName request)
    {
        var shape = RequestAttributes.Of(request);
        return shape.Required.IsEmpty ? "ReferenceID?" : $"{shape.Names}, ReferenceID?";
    }

    private StepAction.Request With(StepAction.Request request, TAttribute<TRequest> attribute, YamlNode value)
    {
        var written = request.Written;
        return attribute.Name switch
        {
            nameof(TRequest.ReferenceID) => request with { Written = written with { ReferenceID = ReferenceID(value) } },
            nameof(TRequest.ThisDN) => request with { Written = written with { ThisDN = numbers.Dn(value, "ThisDN", faults) } },
            nameof(TRequest.UserData) => request with { Written = written with { UserData = _pairs.Read(value, attribute) } },
            nameof(TRequest.ForwardMode) => request with { Written = written with { ForwardMode = Word(value, attribute) } },
            nameof(TRequest.OtherDN) => request with { Written = written with { OtherDN = Text(value, attribute) } },
            nameof(TRequest.Key) => request with { Written = written with { Key = Text(value, attribute) } },
            nameof(TRequest.ConnID) when Call(value, attribute) is { } call => request with { ConnID = call },
            nameof(TRequest.ConnID) => request with { Written = written with { ConnID = Text(value, attribute) } },
            nameof(TRequest.OtherConnID) when Call(value, attribute) is { } call => request with { OtherConnID = call },
            nameof(TRequest.OtherConnID) => request with { Written = written with { OtherConnID = Text(value, attribute) } },
            _ => throw new InvalidOperationException($"The attribute {attribute} has no place in a request."),
        };
    }

    private string? Text(YamlNode value, TAttribute<TRequest> attribute) => ScalarReading.Text(value, attribute.Name, faults);

    private CallReference? Call(YamlNode value, TAttribute<TRequest> attribute)
    {
        if (value is not YamlScalar scalar) return null;
        if (CallReferences.IsMiscounted(scalar.Text))
            faults.Add(scalar.Position, $"{attribute} cannot be {scalar.Kind}", CallReferences.Allowed);
        return CallReferences.Read(scalar);
    }

    private string? Word(YamlNode value, TAttribute<TRequest> attribute)
    {
        if (value is YamlScalar { Text: var text } && attribute.Kind.Parse(text) is not null) return text;
        faults.Add(value.Position, $"{attribute} cannot be {value.Kind}", attribute.Kind.Allowed);
        return null;
    }

    private long? ReferenceID(YamlNode value)
    {
        if (value is YamlScalar { Text: var text } && AttributeKind.LongInteger.Parse(text) is long number) return number;
        faults.Add(value.Position, $"ReferenceID cannot be {value.Kind}", AttributeKind.LongInteger.Allowed);
        return null;
    }
}
