using TelephonyActors.Benchmarks.CallModel;
using TelephonyActors.Client;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Benchmarks.Link;

/// <summary>One connection with many pairs of DNs, each of which makes one call after the other, driven by what comes over the link.</summary>
internal sealed class PairsOverLink : IAsyncDisposable
{
    private readonly TelephonyClient _client;
    private readonly int _first;
    private readonly int[] _left;
    private readonly int[] _released;
    private readonly Task _driving;
    private readonly SemaphoreSlim _done;
    private long _lastReferenceID = 1_000_000;

    private PairsOverLink(TelephonyClient client, int first, int pairs, SemaphoreSlim done)
    {
        (_client, _first, _left, _released, _done) = (client, first, new int[pairs], new int[pairs], done);
        var events = client.Events();
        _driving = Task.Run(() => DriveAsync(events));
    }

    public static async Task<PairsOverLink> ConnectAsync(Uri link, int first, int pairs, SemaphoreSlim done)
    {
        var client = await TelephonyClient.ConnectAsync(link);
        for (var pair = first; pair < first + pairs; pair++)
        {
            await client.RegisterAddressAsync(BasicCall.Caller(pair));
            await client.RegisterAddressAsync(BasicCall.Callee(pair));
        }

        return new PairsOverLink(client, first, pairs, done);
    }

    /// <summary>Every pair makes so many calls; <c>done</c> is released for each pair that has made them.</summary>
    public async Task MakeCallsAsync(int calls)
    {
        for (var at = 0; at < _left.Length; at++)
        {
            Volatile.Write(ref _left[at], calls);
            await DialAsync(_first + at);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _driving;
    }

    private async Task DriveAsync(IAsyncEnumerable<TEvent> events)
    {
        await foreach (var heard in events)
        {
            switch (heard.Event)
            {
                case EventName.EventRinging: await SendAsync(RequestName.TAnswerCall, heard.ThisDN!, heard.ConnID); break;
                case EventName.EventEstablished when heard.ThisDNRole == DNRole.Origination:
                    await SendAsync(RequestName.TReleaseCall, heard.ThisDN!, heard.ConnID);
                    break;
                case EventName.EventReleased: await ReleasedAsync(int.Parse(heard.ThisDN.AsSpan(1), provider: null)); break;
                case EventName.EventError: throw new InvalidOperationException(heard.ErrorMessage);
            }
        }
    }

    // When both DNs have heard the end, the next call begins.
    private async Task ReleasedAsync(int pair)
    {
        if (++_released[pair - _first] % 2 != 0) return;
        if (--_left[pair - _first] > 0) await DialAsync(pair);
        else _done.Release();
    }

    private Task DialAsync(int pair) => SendAsync(RequestName.TMakeCall, BasicCall.Caller(pair), null, BasicCall.Callee(pair));

    private Task SendAsync(RequestName name, string dn, ConnID? call, string? other = null) =>
        _client.SendAsync(BasicCall.Request(name, dn, Interlocked.Increment(ref _lastReferenceID), call, other));
}
