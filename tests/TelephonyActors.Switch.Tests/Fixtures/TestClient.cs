using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Tests.Fixtures;

/// <summary>A client in virtual time: numbers its requests and keeps what it hears.</summary>
internal sealed class TestClient : IClientListener, IDisposable
{
    private readonly List<TEvent> _heard = [];
    private readonly ISwitchClient _client;
    private readonly List<TRequest> _sent = [];
    private long _lastReferenceID;
    private int _told;

    public TestClient(ISwitch at) => _client = at.Connect(this);

    /// <summary>Everything, in the order heard.</summary>
    public IReadOnlyList<TEvent> Heard => _heard;

    /// <summary>Every request, in the order sent.</summary>
    public IReadOnlyList<TRequest> Sent => _sent;

    /// <summary>Sends a request; its ReferenceID.</summary>
    public long Send(RequestName name, string? dn = null, ConnID? call = null, string? other = null, ConnID? otherCall = null)
    {
        var request = new TRequest
        {
            Request = Words.Of(name),
            ReferenceID = ++_lastReferenceID,
            ThisDN = dn,
            OtherDN = other,
            ConnID = call?.ToString(),
            OtherConnID = otherCall?.ToString(),
        };
        Send(request);
        return _lastReferenceID;
    }

    /// <summary>Sends what need not be a request at all.</summary>
    public void Send(TRequest request)
    {
        _sent.Add(request);
        _client.Send(request);
    }

    /// <summary>The events that bear a ReferenceID.</summary>
    public IReadOnlyList<TEvent> Answers(long referenceID) => [.. _heard.Where(heard => heard.ReferenceID == referenceID)];

    /// <summary>The one event that answers a request.</summary>
    public TEvent Answer(long referenceID) => Assert.Single(Answers(referenceID));

    /// <summary>What was heard since this was called last.</summary>
    public IReadOnlyList<TEvent> News()
    {
        var news = _heard[_told..];
        _told = _heard.Count;
        return news;
    }

    public void Dispose() => _client.Dispose();

    void IClientListener.Hear(TEvent heard) => _heard.Add(heard);
}
