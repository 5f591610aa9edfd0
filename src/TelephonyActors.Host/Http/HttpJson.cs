using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace TelephonyActors.Host.Http;

/// <summary>The JSON of what HTTP answers, without reflection; events in it are as on the link.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HttpJson : JsonSerializerContext;
