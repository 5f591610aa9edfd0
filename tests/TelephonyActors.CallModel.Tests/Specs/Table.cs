using System.Globalization;
using System.Text;
using System.Text.Json;
using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>
/// What a step must cause, as the tables of call-models draw it: a line for each event, with its column, its name (@ behind it: it answers
/// the request) and the attributes that it must have; <c>-</c> means absent. Within a column the order is that of the lines; columns that
/// have none stay silent.
/// </summary>
internal static class Table
{
    public static void Check(string table, IReadOnlyList<(string Column, TEvent Event)> happened, ModelWorld world, string cause)
    {
        var rows = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var column in rows.Select(row => row[0]).Concat(happened.Select(each => each.Column)).Distinct())
        {
            var expected = rows.Where(row => row[0] == column).ToList();
            var actual = happened.Where(each => each.Column == column).Select(each => each.Event).ToList();
            for (var at = 0; at < Math.Max(expected.Count, actual.Count); at++)
            {
                var difference =
                    at >= actual.Count ? $"{expected[at][1]} is missing" :
                    at >= expected.Count ? $"{actual[at].Event} was not expected" :
                    DifferenceOf(expected[at], actual[at], world);
                if (difference is not null) Assert.Fail($"{cause}: on {column}, event {at + 1}, {difference}\n{Show(happened, world)}");
            }
        }
    }

    private static string? DifferenceOf(string[] row, TEvent actual, ModelWorld world)
    {
        var name = row[1].TrimEnd('@');
        if (name != actual.Event.ToString()) return $"{actual.Event} instead of {name}";
        if (row[1].EndsWith('@') != actual.ReferenceID is not null) return $"{name} {(actual.ReferenceID is null ? "does not answer" : "answers")} the request";

        using var json = JsonDocument.Parse(TLibraryJson.Write(actual));
        foreach (var pair in row[2..])
        {
            var (attribute, value) = (pair[..pair.IndexOf('=')], Meant(pair, world));
            if (attribute == "AppearanceIndex") (attribute, value) = ("Extensions", value == "-" ? "-" : $"{{\"AppearanceIndex\":{value}}}");
            Assert.True(EventAttributes.Set.TryGet(attribute, out _), $"{attribute} is no attribute");
            var there = json.RootElement.TryGetProperty(attribute, out var element) ? element.ToString() : "-";
            if (there != value) return $"{name}: {attribute} is {there} instead of {value}";
        }

        return null;
    }

    // Calls are counted in the order of their creation, as the reference does.
    private static string Meant(string pair, ModelWorld world)
    {
        var value = pair[(pair.IndexOf('=') + 1)..];
        return pair.StartsWith("ConnID=", StringComparison.Ordinal) || pair.StartsWith("PreviousConnID=", StringComparison.Ordinal)
            ? int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? world.Calls.Created[number - 1].ToString() : value
            : value;
    }

    private static string Show(IReadOnlyList<(string Column, TEvent Event)> happened, ModelWorld world)
    {
        var text = new StringBuilder("what happened:\n");
        foreach (var (column, each) in happened)
        {
            var call = each.ConnID is { } connID ? world.Calls.Created.IndexOf(connID) + 1 : 0;
            var plain = each with { ConnID = null, CallUUID = null, CallID = null, Time = null, EventSequenceNumber = null };
            text.AppendLine(CultureInfo.InvariantCulture, $"  {column,-10} {(call > 0 ? $"ConnID={call} " : "")}{TLibraryJson.Write(plain)}");
        }

        return text.ToString();
    }
}
