using System.Text.Json;

namespace TelephonyActors.TLibrary;

/// <summary>A request's JSON, attribute by attribute (contract, chapter 2).</summary>
internal static class RequestJson
{
    public static void Write(Utf8JsonWriter writer, TRequest request)
    {
        writer.WriteStartObject();
        if (request.Request is { } name) writer.WriteString("Request"u8, name);
        if (request.ReferenceID is { } referenceID) writer.WriteNumber("ReferenceID"u8, referenceID);
        if (request.ThisDN is { } thisDN) writer.WriteString("ThisDN"u8, thisDN);
        if (request.ConnID is { } connID) writer.WriteString("ConnID"u8, connID);
        if (request.OtherConnID is { } otherConnID) writer.WriteString("OtherConnID"u8, otherConnID);
        if (request.OtherDN is { } otherDN) writer.WriteString("OtherDN"u8, otherDN);
        if (request.ForwardMode is { } mode) writer.WriteString("ForwardMode"u8, mode);
        if (request.UserData is { } userData)
        {
            writer.WritePropertyName("UserData"u8);
            KVListJson.Write(writer, userData);
        }

        if (request.Key is { } key) writer.WriteString("Key"u8, key);
        writer.WriteEndObject();
    }

    public static TRequest Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new AttributeReader(RequestAttributes.Set);
        reader.Read(utf8);
        var name = reader.Object<string>(RequestAttributes.Request);
        var request = new TRequest
        {
            Request = name,
            ReferenceID = reader.Value<long>(RequestAttributes.ReferenceID),
            ThisDN = reader.Object<string>(RequestAttributes.ThisDN),
            ConnID = reader.Object<string>(RequestAttributes.ConnID),
            OtherConnID = reader.Object<string>(RequestAttributes.OtherConnID),
            OtherDN = reader.Object<string>(RequestAttributes.OtherDN),
            ForwardMode = reader.Object<string>(RequestAttributes.ForwardMode),
            UserData = reader.Object<KVList>(RequestAttributes.UserData),
            Key = reader.Object<string>(RequestAttributes.Key),
        };
        return request with { Malformed = reader.Fault?.Sentence ?? ForeignFault(request, reader.Foreign?.Key) };
    }

    private static string? ForeignFault(TRequest request, string? foreign)
    {
        if (foreign is not null) return RequestAttributes.ForeignFault(request.Request, foreign);
        if (!Words.TryParse<RequestName>(request.Request, out var known)) return null;

        var shape = RequestAttributes.Of(known);
        foreach (var attribute in RequestAttributes.Set.All.AsSpan()[2..])
            if (attribute.ValueOf(request) is not null && !shape.Has(attribute))
                return RequestAttributes.ForeignFault(request.Request, attribute.Name);
        return null;
    }
}
