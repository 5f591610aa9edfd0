using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>The requests that wait for their answers, by ReferenceID; a client may use a number again before the first answer.</summary>
internal struct OpenRequests
{
    private const int MostSearched = 8;

    // The oldest one stands alone, as long as there are few: mostly it is the only one.
    private TRequest? _oldest;
    private long _oldestPosition;
    private List<(TRequest Request, long Position)>? _few;
    private Dictionary<long, List<(TRequest Request, long Position)>>? _many;

    public void Add(long referenceID, TRequest request, long position)
    {
        if (_many is not null)
        {
            AddToMany(referenceID, request, position);
        }
        else if (_oldest is null && _few is null)
        {
            (_oldest, _oldestPosition) = (request, position);
        }
        else
        {
            (_few ??= []).Add((request, position));
            if (_few.Count > MostSearched) BecomeMany();
        }
    }

    /// <summary>Takes the request that the event answers: of those with its number the first one that it fits, else the first one.</summary>
    public TRequest? Take(long referenceID, TEvent answer)
    {
        if (_many is not null)
        {
            if (!_many.TryGetValue(referenceID, out var open)) return null;
            var taken = Take(open, Place(open, referenceID, answer));
            if (open.Count == 0) _many.Remove(referenceID);
            return taken;
        }

        var place = _few is null ? -1 : Place(_few, referenceID, answer);
        if (_oldest?.ReferenceID == referenceID && (place < 0 || Answers.Fits(answer, _oldest) || !Answers.Fits(answer, _few![place].Request)))
        {
            var oldest = _oldest;
            _oldest = null;
            return oldest;
        }

        var later = Take(_few, place);
        if (_few is { Count: 0 }) _few = null;
        return later;
    }

    /// <summary>Takes all that have no answer.</summary>
    public IReadOnlyList<(TRequest Request, long Position)> TakeAll()
    {
        if (_oldest is null && _few is null && _many is null or { Count: 0 }) return [];

        List<(TRequest, long)> all = [];
        if (_oldest is not null) all.Add((_oldest, _oldestPosition));
        if (_few is not null) all.AddRange(_few);
        if (_many is not null) all.AddRange(_many.Values.SelectMany(static open => open));
        this = default;
        return all;
    }

    // Where the request stands; -1: there is none.
    private static int Place(List<(TRequest Request, long Position)> open, long referenceID, TEvent answer)
    {
        var found = -1;
        for (var at = 0; at < open.Count; at++)
        {
            if (open[at].Request.ReferenceID != referenceID) continue;
            if (found < 0) found = at;
            if (Answers.Fits(answer, open[at].Request)) return at;
        }

        return found;
    }

    private static TRequest? Take(List<(TRequest Request, long Position)>? open, int place)
    {
        if (place < 0) return null;
        var request = open![place].Request;
        open.RemoveAt(place);
        return request;
    }

    private void BecomeMany()
    {
        _many = [];
        if (_oldest is not null) AddToMany(_oldest.ReferenceID!.Value, _oldest, _oldestPosition);
        foreach (var (open, at) in _few!) AddToMany(open.ReferenceID!.Value, open, at);
        (_oldest, _few) = (null, null);
    }

    private readonly void AddToMany(long referenceID, TRequest request, long position)
    {
        if (!_many!.TryGetValue(referenceID, out var open)) _many[referenceID] = open = [];
        open.Add((request, position));
    }
}
