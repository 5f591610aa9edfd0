using System.Text.Json.Serialization;

namespace TelephonyActors.TLibrary;

/// <summary>
/// One request as a client sent it, not yet looked at: an attribute may be missing, or be no value that the switch knows
/// (call models, chapter 8: 53). The attributes by request are those of <see cref="RequestName"/>.
/// </summary>
[JsonConverter(typeof(TRequestConverter))]
public sealed record TRequest
{
    /// <summary>The name as sent; null where there was none.</summary>
    public string? Request { get; init; }

    /// <summary>The client's own number; its answer bears it.</summary>
    public long? ReferenceID { get; init; }

    public string? ThisDN { get; init; }

    public string? OtherDN { get; init; }

    public string? ConnID { get; init; }

    public string? OtherConnID { get; init; }

    public KVList? UserData { get; init; }

    public string? Key { get; init; }

    public string? ForwardMode { get; init; }

    /// <summary>
    /// What already the reading of the frame found wrong (an attribute of another JSON type, an attribute the request does not
    /// have), in a sentence that names it; null where it found nothing. The switch answers it with 53.
    /// </summary>
    public string? Malformed { get; init; }
}
