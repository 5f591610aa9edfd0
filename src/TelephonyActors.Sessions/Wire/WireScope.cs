using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Wire;

/// <summary>
/// What a record need not say because the records before it, or the header of its run, have said it: the numbers of the switch,
/// texts of the same batch, the ids of calls. Writer and reader keep the same.
/// </summary>
internal sealed class WireScope
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly Dictionary<ulong, CallHeader> _calls = [];
    private readonly ulong _firstConnID;
    private readonly int _known;
    private ulong _lastConnID;

    /// <param name="numbers">The numbers of the switch.</param>
    /// <param name="firstConnID">The ConnID of the first call.</param>
    public WireScope(IEnumerable<string> numbers, ulong firstConnID)
    {
        _firstConnID = _lastConnID = firstConnID;
        foreach (var number in numbers) Learn(number);
        _known = _texts.Count;
    }

    /// <summary>The time of the record.</summary>
    public DateTimeOffset Time { get; set; }

    /// <summary>The event of which the next one is likely to be a variation; null: none.</summary>
    public TEvent? Base { get; set; }

    /// <summary>A batch begins: it is read without those before it, but for the ids of calls.</summary>
    public void BeginBatch()
    {
        for (var place = _texts.Count - 1; place >= _known; place--) _places.Remove(_texts[place]);
        _texts.RemoveRange(_known, _texts.Count - _known);
        _lastConnID = _firstConnID;
        Base = null;
    }

    public bool TryFind(string text, out int place) => _places.TryGetValue(text, out place);

    public void Learn(string text)
    {
        if (_places.TryAdd(text, _texts.Count)) _texts.Add(text);
    }

    public string TextAt(ulong place) =>
        place < (ulong)_texts.Count ? _texts[(int)place] : throw new DamagedRecordException($"it means a text {place} that does not exist");

    /// <summary>How far a ConnID is from the one mentioned before.</summary>
    public long Step(ConnID connID)
    {
        var step = (long)(connID.Value - _lastConnID);
        _lastConnID = connID.Value;
        return step;
    }

    public ConnID Follow(long step)
    {
        _lastConnID += (ulong)step;
        return _calls.TryGetValue(_lastConnID, out var call) ? call.ConnID : new ConnID(_lastConnID);
    }

    /// <summary>A call has begun: what all its events bear need not be said any more.</summary>
    public void Add(CallHeader call) => _calls[call.ConnID.Value] = call;

    public void Remove(ConnID call) => _calls.Remove(call.Value);

    public CallHeader? HeaderOf(ConnID? call) => call is not null && _calls.TryGetValue(call.Value, out var header) ? header : null;
}
