using System.Collections.Concurrent;
using TelephonyActors.Scenarios.Checking;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Tests.Threads;

/// <summary>
/// A client with a thread of its own: what the switch's threads have it hear waits in a queue. Everything sent and heard is kept,
/// in an order that is that of each DN and of each call's monitoring.
/// </summary>
internal sealed class ThreadClient : IClientListener, IDisposable
{
    private readonly BlockingCollection<TEvent> _inbox = [];
    private readonly ConcurrentQueue<object> _log = new();
    private readonly HashSet<long> _open = [];
    private readonly ISwitchClient _client;
    private long _lastReferenceID;

    public ThreadClient(ISwitch at) => _client = at.Connect(this);

    public IEnumerable<TEvent> Heard => _log.OfType<TEvent>();

    /// <summary>Whether every request has been answered, as far as <see cref="Next"/> has come.</summary>
    public bool IsAnswered => _open.Count == 0;

    public int Requests => _log.OfType<TRequest>().Count();

    public long Send(RequestName name, string? dn = null, ConnID? call = null, string? other = null)
    {
        var request = new TRequest
        {
            Request = Words.Of(name),
            ReferenceID = ++_lastReferenceID,
            ThisDN = dn,
            OtherDN = other,
            ConnID = call?.ToString(),
        };
        _open.Add(_lastReferenceID);
        _log.Enqueue(request);
        _client.Send(request);
        return _lastReferenceID;
    }

    /// <summary>The next event that was heard. The second answer to a request is found out here.</summary>
    public TEvent Next()
    {
        Assert.True(_inbox.TryTake(out var heard, SideBySide.Patience), $"Nothing more is heard; unanswered are {string.Join(", ", _open)}.");
        if (heard.ReferenceID is { } answered) Assert.True(_open.Remove(answered), $"{heard.Event} is a second answer to {answered}.");
        return heard;
    }

    /// <summary>Takes events until every request has been answered.</summary>
    public void AwaitAnswers()
    {
        while (!IsAnswered) Next();
    }

    /// <summary>What this client alone can tell of the invariants of call models, chapter 9, now that everything is at rest.</summary>
    public IReadOnlyList<Violation> Violations()
    {
        var violations = new List<Violation>();
        var checker = new InvariantChecker(new SwitchFacts(), complete: false, RequestKnowledge.OneClient, violations.Add);
        var position = 0;
        foreach (var item in _log)
        {
            if (item is TRequest request) checker.Request(request, position++);
            else checker.Hear((TEvent)item, position++);
        }

        checker.AtRest();
        return violations;
    }

    public void Dispose()
    {
        _client.Dispose();
        _inbox.Dispose();
    }

    void IClientListener.Hear(TEvent heard)
    {
        _log.Enqueue(heard);
        _inbox.Add(heard);
    }
}
