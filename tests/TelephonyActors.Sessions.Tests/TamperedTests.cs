using System.Text.Json.Nodes;
using TelephonyActors.Sessions.Tests.Fixtures;

namespace TelephonyActors.Sessions.Tests;

/// <summary>What was changed in an export is found by verifying it (contract, chapter 4, --verify).</summary>
public sealed class TamperedTests : IDisposable
{
    private readonly Recorded _recorded = new();
    private readonly List<JsonObject> _lines;

    public TamperedTests()
    {
        var recorded = new Recorded();
        using (recorded)
        {
            recorded.Run("calls", Path.Combine(Recorded.Flows, "shared-call-appearance-inbound-call-answered.yaml"));
            _lines = [.. recorded.Export("calls").Select(line => JsonNode.Parse(line)!.AsObject())];
        }
    }

    public void Dispose() => _recorded.Dispose();

    [Fact]
    public void A_changed_CallState_is_named_with_run_entity_and_position()
    {
        var line = _lines.First(line => Outputs(line) is [var first, ..] && first!["Report"]?["Event"]?["CallState"] is not null);
        Outputs(line)![0]!["Report"]!["Event"]!["CallState"] = "Conferenced";

        var divergence = Assert.Single(Verify());
        Assert.Equal((1, Text(line, "Entity"), (long)line["Position"]!), (divergence.Run.Run, divergence.Entity.ToString(), divergence.Position));
        Assert.Contains("\"CallState\":\"Conferenced\"", Assert.Single(divergence.Differences), StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_outputs_are_named_with_run_entity_and_position()
    {
        var line = _lines.First(line => Outputs(line)?.Count > 2 && Text(line, "Entity").StartsWith("call/", StringComparison.Ordinal));
        var outputs = Outputs(line)!;
        var first = outputs[0]!;
        outputs.RemoveAt(0);
        outputs.Insert(1, first);

        var divergence = Assert.Single(Verify());
        Assert.Equal((1, Text(line, "Entity"), (long)line["Position"]!), (divergence.Run.Run, divergence.Entity.ToString(), divergence.Position));
        Assert.Equal(2, divergence.Differences.Length);
    }

    [Fact]
    public void A_dropped_input_is_named_with_run_entity_and_position()
    {
        var line = _lines.First(line => Text(line, "Entity").StartsWith("call/", StringComparison.Ordinal) && line["Input"]!["AnswerAsked"] is not null);
        _lines.Remove(line);

        var divergence = Verify()[0];
        Assert.Equal((1, Text(line, "Entity"), (long)line["Position"]! + 1), (divergence.Run.Run, divergence.Entity.ToString(), divergence.Position));
        Assert.Equal($"the input at position {line["Position"]} is missing", divergence.Differences[0]);
    }

    [Fact]
    public void What_was_not_changed_verifies() => Assert.Empty(Verify());

    private IReadOnlyList<Verifying.Divergence> Verify()
    {
        _recorded.Import(_lines.Select(line => line.ToJsonString())).GetAwaiter().GetResult();
        return _recorded.Verify("calls");
    }

    private static string Text(JsonObject line, string key) => (string?)line[key] ?? "";

    private static JsonArray? Outputs(JsonObject line) => line["Outputs"]?.AsArray();
}
