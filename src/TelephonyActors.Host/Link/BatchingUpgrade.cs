using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TelephonyActors.Client;

namespace TelephonyActors.Host.Link;

/// <summary>Has the WebSocket of a request written through a <see cref="BatchingStream"/>.</summary>
internal sealed class BatchingUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    /// <summary>To be called before the WebSocket's own middleware looks at the request.</summary>
    public static void Install(HttpContext context)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
            context.Features.Set<IHttpUpgradeFeature>(new BatchingUpgrade(upgrade));
    }

    /// <summary>The stream, once the request has been upgraded.</summary>
    public BatchingStream? Stream { get; private set; }

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => Stream = new BatchingStream(await inner.UpgradeAsync());
}
