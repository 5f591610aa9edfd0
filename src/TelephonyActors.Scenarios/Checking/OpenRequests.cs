using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>The requests that wait for their answers, by ReferenceID; a client may use a number again before the first answer.</summary>
internal struct OpenRequests
{
    private const int MostSearched = 8;

    private List<(TRequest Request, long Position)>? _few;
    private Dictionary<long, List<(TRequest Request, long Position)>>? _many;

    public void Add(long referenceID, TRequest request, long position)
    {
        if (_many is not null)
        {
            AddToMany(referenceID, request, position);
            return;
        }

        _few ??= new(2);
        _few.Add((request, position));
        if (_few.Count <= MostSearched) return;
        _many = [];
        foreach (var (open, at) in _few) AddToMany(open.ReferenceID!.Value, open, at);
        _few = null;
    }

    /// <summary>Takes the request that the event answers: of those with its number the first one that it fits, else the first one.</summary>
    public readonly TRequest? Take(long referenceID, TEvent answer)
    {
        if (_many is null) return _few is null ? null : Take(_few, referenceID, answer);
        if (!_many.TryGetValue(referenceID, out var open)) return null;
        var taken = Take(open, referenceID, answer);
        if (open.Count == 0) _many.Remove(referenceID);
        return taken;
    }

    /// <summary>Takes all that have no answer.</summary>
    public IReadOnlyList<(TRequest Request, long Position)> TakeAll()
    {
        if (_many is not null)
        {
            List<(TRequest, long)> all = [.. _many.Values.SelectMany(static open => open)];
            _many = null;
            return all;
        }

        if (_few is not { } few) return [];
        _few = null;
        return few;
    }

    private static TRequest? Take(List<(TRequest Request, long Position)> open, long referenceID, TEvent answer)
    {
        var found = -1;
        for (var at = 0; at < open.Count; at++)
        {
            if (open[at].Request.ReferenceID != referenceID) continue;
            if (found < 0) found = at;
            if (!Answers.Fits(answer, open[at].Request)) continue;
            found = at;
            break;
        }

        if (found < 0) return null;
        var request = open[found].Request;
        open.RemoveAt(found);
        return request;
    }

    private readonly void AddToMany(long referenceID, TRequest request, long position)
    {
        if (!_many!.TryGetValue(referenceID, out var open)) _many[referenceID] = open = [];
        open.Add((request, position));
    }
}
