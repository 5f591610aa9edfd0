using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Http;

/// <summary>What the OpenAPI document says beyond what the endpoints themselves say.</summary>
internal static class OpenApiText
{
    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "TelephonyActors";
            document.Info.Description = "What goes on in the emulated switch, and its phones. The link itself is a WebSocket at /tlib.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var holdsEvents = context.JsonTypeInfo.Type == typeof(CallWithEvents) || context.JsonTypeInfo.Type == typeof(RunEvents);
            if (holdsEvents && schema.Properties?["events"] is OpenApiSchema events) events.Items = Event();
            return Task.CompletedTask;
        });
        // The body is read by hand, so that it is taken whatever content type a tool gives it.
        options.AddOperationTransformer(async (operation, context, cancellation) =>
        {
            if (context.Description.RelativePath != "phones/{number}") return;
            var order = await context.GetOrCreateSchemaAsync(typeof(PhoneOrder), null, cancellation);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = order } },
            };
        });
    }

    // An event writes itself, so that its attributes cannot be read off its type.
    private static OpenApiSchema Event() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { nameof(TEvent.Event) },
        Properties = EventAttributes.Set.All.ToDictionary(attribute => attribute.Name, attribute => (IOpenApiSchema)SchemaOf(attribute.Kind)),
    };

    private static OpenApiSchema SchemaOf(AttributeKind kind)
    {
        if (kind == AttributeKind.Integer || kind == AttributeKind.LongInteger) return new OpenApiSchema { Type = JsonSchemaType.Integer };
        if (kind == AttributeKind.Pairs || kind == AttributeKind.ExtensionPairs) return new OpenApiSchema { Type = JsonSchemaType.Object };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = kind.AllowedWords.IsEmpty ? null : [.. kind.AllowedWords.Select(word => (System.Text.Json.Nodes.JsonNode)word)],
        };
    }
}
