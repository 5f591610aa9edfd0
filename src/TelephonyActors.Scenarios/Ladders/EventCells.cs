using System.Collections.Immutable;
using System.Globalization;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Ladders;

/// <summary>Says in a cell what a column heard, as the reference writes it: ConnID 1, OtherDN 60970 and so on.</summary>
internal sealed class EventCells(CallNumbers calls)
{
    /// <summary>How far what belongs to an event or an act stands in from its name.</summary>
    public const int Indent = 1;

    public ImmutableArray<Paragraph> Of(ColumnEntry entry) => entry switch
    {
        ColumnEntry.Heard { Differences.IsEmpty: true } heard => [Name(heard.Event, "", Tone.Strong), .. Attributes(heard.Event)],
        ColumnEntry.Heard heard =>
        [
            Name(heard.Event, "✗ ", Tone.Bad),
            .. Attributes(heard.Event),
            .. heard.Differences.Select(difference => Remark($"{difference}")),
        ],
        ColumnEntry.Unexpected unexpected =>
            [Name(unexpected.Event, "✗ ", Tone.Bad), .. Attributes(unexpected.Event), Remark("not expected")],
        ColumnEntry.Missing missing => [Paragraph.Of(Tone.Bad, $"✗ {missing.Event.Name}"), .. Demanded(missing.Event), Remark("missing")],
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    /// <summary>A value with its name before it; a call by its number.</summary>
    public string Piece(string attribute, object value) => value switch
    {
        ConnID call when calls.NumberOf(call) is { } number => string.Create(CultureInfo.InvariantCulture, $"{attribute} {number}"),
        _ => $"{attribute} {AttributeText.Of(value, calls)}",
    };

    private static Paragraph Name(TEvent heard, string sign, Tone tone) =>
        Paragraph.Of(tone, $"{sign}{heard.Event}{(heard.ReferenceID is null ? "" : " ◄")}");

    private static Paragraph Remark(string what) => new(Tone.Bad, Indent, [$"✗ {what}"]);

    private static IEnumerable<Paragraph> Listed(IEnumerable<string> attributes) =>
        attributes.ToImmutableArray() is { IsEmpty: false } pieces ? [new Paragraph(Tone.Plain, Indent, pieces)] : [];

    private IEnumerable<Paragraph> Attributes(TEvent heard) =>
        Listed(EventSummary.Of(heard).SelectMany(attribute => Pieces(attribute, heard)));

    private IEnumerable<string> Pieces(TAttribute<TEvent> attribute, TEvent heard)
    {
        // A role stands behind the DN that has it.
        if (attribute == EventAttributes.OtherDN) return [Piece(attribute.Name, heard.OtherDN!) + Role(heard.OtherDNRole)];
        if (attribute == EventAttributes.ThirdPartyDN) return [Piece(attribute.Name, heard.ThirdPartyDN!) + Role(heard.ThirdPartyDNRole)];
        if (attribute == EventAttributes.OtherDNRole && heard.OtherDN is not null) return [];
        if (attribute == EventAttributes.ThirdPartyDNRole && heard.ThirdPartyDN is not null) return [];

        // Extensions are attributes in all but name.
        if (attribute == EventAttributes.Extensions) return heard.Extensions!.Select(pair => Piece(pair.Key, pair.Value));
        return [Piece(attribute.Name, attribute.ValueOf(heard)!)];
    }

    private string Role(DNRole? role) =>
        role is null or DNRole.Origination or DNRole.Destination ? "" : $" ({AttributeText.Of(role, calls)})";

    private IEnumerable<Paragraph> Demanded(ExpectedEvent expected) =>
        Listed(expected.Attributes.Select(attribute => $"{attribute.Attribute} {Demanded(attribute.Value)}"));

    private string Demanded(ExpectedValue value) => value is ExpectedValue.OfCall of
        ? of.Call.Number.ToString(CultureInfo.InvariantCulture)
        : AttributeText.Of(value, calls);
}
