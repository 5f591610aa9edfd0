using System.Text.Json;

namespace TelephonyActors.Service.Tests.Serving;

/// <summary>Whether a JSON value is as a schema of an OpenAPI document has it: types, required and known properties.</summary>
internal static class DocumentedShape
{
    /// <summary>Whether an answer is as the document has it of its path.</summary>
    public static void CheckAnswer(JsonElement document, string path, JsonElement value) => Check(
        document,
        document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema"),
        value,
        path);

    public static void Check(JsonElement document, JsonElement schema, JsonElement value, string where)
    {
        schema = Resolved(document, schema);
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            schema = choices.EnumerateArray().Select(choice => Resolved(document, choice)).First(choice => Types(choice).Contains(TypeOf(value)));
        }

        Assert.True(Types(schema).Contains(TypeOf(value)) || (Types(schema).Contains("number") && TypeOf(value) == "integer"), $"{where} is {TypeOf(value)}");
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Check(document, schema.GetProperty("items"), item, $"{where}[]");
        }
        else if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(property.Name, out var own), $"{where}.{property.Name} is not documented");
                Check(document, own, property.Value, $"{where}.{property.Name}");
            }
        }
    }

    private static JsonElement Resolved(JsonElement document, JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;

    private static string[] Types(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)]
        : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
