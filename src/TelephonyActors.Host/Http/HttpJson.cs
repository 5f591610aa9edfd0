using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace TelephonyActors.Host.Http;

/// <summary>The JSON of what HTTP answers, without reflection; events in it are as on the link.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(SwitchReport))]
[JsonSerializable(typeof(DnReport))]
[JsonSerializable(typeof(CallList))]
[JsonSerializable(typeof(CallWithEvents))]
[JsonSerializable(typeof(PhoneOrder))]
[JsonSerializable(typeof(SessionReport[]))]
[JsonSerializable(typeof(SessionEvents))]
internal sealed partial class HttpJson : JsonSerializerContext
{
    /// <summary>Has the web server's own JSON be this one.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, Default);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
    }
}
