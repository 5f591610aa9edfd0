using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Files.Yaml;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Files;

/// <summary>Reads a step (contract, chapter 3, A step and Phone actions).</summary>
internal sealed class StepReader(SwitchNumbers numbers, FaultList faults)
{
    private const string OneOfThem = "exactly one of request, phone, wait";
    private static readonly string[] Actions = ["request", "phone", "wait"];

    private readonly RequestReader _requests = new(numbers, faults);
    private readonly ExpectationReader _expectations = new(numbers, faults);

    /// <summary>The step; null, and faults, where it is not in order.</summary>
    public ScenarioStep? Read(YamlNode node, int number)
    {
        if (YamlFields.Of(node, "a step", faults, "request", "phone", "wait", "events") is not { } fields) return null;

        var action = Action(fields, number);
        var expected = fields["events"] is { } events ? _expectations.Read(events) : Expectation.Anything.Instance;
        return action is null || expected is null ? null : new ScenarioStep(number, node.Position, action, expected);
    }

    private StepAction? Action(YamlFields fields, int number)
    {
        string[] given = [.. Actions.Where(key => fields[key] is not null)];
        if (given.Length == 0)
            faults.Add(fields.Position, "the step does nothing", OneOfThem);
        else if (given.Length > 1)
            faults.Add(Last(given.Select(fields.PositionOf)), $"the step has {string.Join(" and ", given)}", OneOfThem);
        else
            return given[0] switch
            {
                "request" => _requests.Read(fields["request"]!, number),
                "phone" => Phone(fields["phone"]!),
                _ => ScalarReading.Duration(fields["wait"]!, "wait", faults) is { } time ? new StepAction.Wait(time) : null,
            };
        return null;
    }

    private static FilePosition Last(IEnumerable<FilePosition> positions) => positions.MaxBy(at => (at.Line, at.Column));

    private StepAction.Phone? Phone(YamlNode node)
    {
        if (YamlFields.Of(node, "a phone", faults, "DN", "action", "number", "ConnID") is not { } fields) return null;

        var number = fields.Require("DN") is { } at ? numbers.Phone(at, faults) : null;
        var action = fields.Require("action") is { } word ? Action(word) : null;
        var destination = fields["number"] is { } dialed ? ScalarReading.Text(dialed, "number", faults) : null;
        var (reference, connID, inOrder) = fields["ConnID"] is { } call ? Call(call) : (null, null, true);
        if (number is null || action is not { } what || !inOrder || !Fits(fields, what)) return null;
        if (what == PhoneAction.Dial && destination is null) return null;
        return new StepAction.Phone(new PhoneAct(number, what, destination, connID), reference);
    }

    private PhoneAction? Action(YamlNode node)
    {
        if (node is YamlScalar { Text: var text } && PhoneWords.TryParse(text, out var action)) return action;
        faults.Add(node.Position, $"there is no action {node.Kind}", PhoneWords.All);
        return null;
    }

    private bool Fits(YamlFields fields, PhoneAction action)
    {
        var before = faults.Count;
        if (action == PhoneAction.Dial && fields["number"] is null)
            faults.Add(fields.Position, "dial lacks the key 'number'", "DN, action, number");
        if (action != PhoneAction.Dial && fields["number"] is not null)
            faults.Add(fields.PositionOf("number"), $"{PhoneWords.Of(action)} takes no number", "number with dial only");
        if (action is PhoneAction.Dial or PhoneAction.OffHook && fields["ConnID"] is not null)
            faults.Add(
                fields.PositionOf("ConnID"),
                $"{PhoneWords.Of(action)} is about no call",
                "ConnID with answer, hangUp, hold, retrieve, bargeIn");
        return faults.Count == before;
    }

    private (CallReference? Reference, ConnID? ConnID, bool InOrder) Call(YamlNode node)
    {
        if (node is YamlScalar scalar)
        {
            if (CallReferences.Read(scalar) is { } reference) return (reference, null, true);
            if (ConnID.TryParse(scalar.Text, out var connID)) return (null, connID, true);
        }

        faults.Add(node.Position, $"ConnID cannot be {node.Kind}", CallReferences.Allowed);
        return (null, null, false);
    }
}
