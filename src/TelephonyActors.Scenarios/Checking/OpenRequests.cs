using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>The requests that wait for their answers, by ReferenceID; a client may use a number again before the first answer.</summary>
internal struct OpenRequests
{
    private const int MostSearched = 8;

    // The oldest one stands alone, as long as there are few: mostly it is the only one.
    private TRequest? _oldest;
    private long _oldestPosition;

    // The later ones: a list while there are few, by their numbers where there are many.
    private object? _later;

    private List<(TRequest Request, long Position)>? Few
    {
        readonly get => _later as List<(TRequest, long)>;
        set => _later = value;
    }

    private Dictionary<long, List<(TRequest Request, long Position)>>? Many
    {
        readonly get => _later as Dictionary<long, List<(TRequest, long)>>;
        set => _later = value;
    }

    public void Add(long referenceID, TRequest request, long position)
    {
        if (_oldest is null && _later is null)
        {
            (_oldest, _oldestPosition) = (request, position);
        }
        else if (Many is { } many)
        {
            AddTo(many, referenceID, request, position);
        }
        else
        {
            (Few ??= []).Add((request, position));
            if (Few.Count > MostSearched) BecomeMany(Few);
        }
    }

    /// <summary>Takes the request that the event answers: of those with its number the first one that it fits, else the first one.</summary>
    public TRequest? Take(long referenceID, TEvent answer)
    {
        if (Many is { } many)
        {
            if (!many.TryGetValue(referenceID, out var open)) return null;
            var taken = Take(open, Place(open, referenceID, answer));
            if (open.Count == 0) many.Remove(referenceID);
            return taken;
        }

        var few = Few;
        var place = few is null ? -1 : Place(few, referenceID, answer);
        if (_oldest?.ReferenceID == referenceID && (place < 0 || Answers.Fits(answer, _oldest) || !Answers.Fits(answer, few![place].Request)))
        {
            var oldest = _oldest;
            _oldest = null;
            return oldest;
        }

        var later = Take(few, place);
        if (few is { Count: 0 }) _later = null;
        return later;
    }

    /// <summary>Takes all that have no answer.</summary>
    public IReadOnlyList<(TRequest Request, long Position)> TakeAll()
    {
        if (_oldest is null && _later is null) return [];

        List<(TRequest, long)> all = [];
        if (_oldest is not null) all.Add((_oldest, _oldestPosition));
        if (Few is { } few) all.AddRange(few);
        if (Many is { } many) all.AddRange(many.Values.SelectMany(static open => open));
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

    private void BecomeMany(List<(TRequest Request, long Position)> few)
    {
        Dictionary<long, List<(TRequest Request, long Position)>> many = [];
        if (_oldest is not null) AddTo(many, _oldest.ReferenceID!.Value, _oldest, _oldestPosition);
        foreach (var (open, at) in few) AddTo(many, open.ReferenceID!.Value, open, at);
        (_oldest, Many) = (null, many);
    }

    private static void AddTo(
        Dictionary<long, List<(TRequest Request, long Position)>> many, long referenceID, TRequest request, long position)
    {
        if (!many.TryGetValue(referenceID, out var open)) many[referenceID] = open = [];
        open.Add((request, position));
    }
}
