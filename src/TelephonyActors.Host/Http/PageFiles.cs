using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TelephonyActors.Host.Http;

/// <summary>The web page: the files of the folder Page, which travel in the assembly.</summary>
internal static class PageFiles
{
    private const string Prefix = "Page/";
    private const string First = "index.html";

    // Nothing from elsewhere, and nobody frames the page to have its buttons pressed.
    private const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static readonly FrozenDictionary<string, string> _types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static readonly string[] _names =
        [.. typeof(PageFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <summary>Serves the page, which asks for a token, to whoever has none yet.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        foreach (var name in _names) routes.MapGet($"/{name}", Serving(name)).ExcludeFromDescription().AllowAnonymous();
        routes.MapGet("/", Serving(First)).ExcludeFromDescription().AllowAnonymous();
    }

    private static RequestDelegate Serving(string name)
    {
        var content = new Lazy<(byte[] Bytes, string Tag)>(() => Read(name));
        return context =>
        {
            var (bytes, tag) = content.Value;
            var response = context.Response;
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "no-cache";
            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers.XContentTypeOptions = "nosniff";
            response.ContentType = _types[Path.GetExtension(name)];
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            response.ContentLength = bytes.Length;
            return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
        };
    }

    private static (byte[], string) Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(Prefix + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
    }
}
