using TelephonyActors.Scenarios.Files;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Running;

/// <summary>Says, line by line, what is not as a step demands.</summary>
internal static class StepDifferences
{
    public static IEnumerable<Difference> Of(ColumnEntry entry, ScenarioStep step, string column, CallNumbers calls) => entry switch
    {
        ColumnEntry.Heard heard => heard.Differences.Select(difference =>
            new Difference(difference.Position, step.Number, column, $"{heard.Event.Event}: {difference}")),
        ColumnEntry.Missing missing =>
        [
            new Difference(missing.Event.Position, step.Number, column, $"{missing.Event.Name} is missing{Demanded(missing.Event, calls)}"),
        ],
        ColumnEntry.Unexpected unexpected =>
        [
            new Difference(step.Position, step.Number, column, $"{unexpected.Event.Event} is not expected{Got(unexpected.Event, calls)}"),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    private static string Demanded(ExpectedEvent expected, CallNumbers calls) =>
        Listed(expected.Attributes.Select(attribute => $"{attribute.Attribute} {AttributeText.Of(attribute.Value, calls)}"));

    private static string Got(TEvent heard, CallNumbers calls) =>
        Listed(EventSummary.Of(heard).Select(attribute => $"{attribute} {AttributeText.Of(attribute.ValueOf(heard), calls)}"));

    private static string Listed(IEnumerable<string> attributes) =>
        string.Join(", ", attributes) is { Length: > 0 } listed ? $" ({listed})" : "";
}
