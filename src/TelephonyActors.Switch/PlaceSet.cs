using System.Collections;

namespace TelephonyActors.Switch;

/// <summary>
/// Places of the numbers of a switch, each once: one by one where they are few, a bit for every number of the switch where that is
/// smaller. Not for several threads at once.
/// </summary>
internal sealed class PlaceSet(int places)
{
    // What one of few takes in a hash set, about: 20 bytes.
    private const int BitsOfOne = 160;

    private HashSet<int>? _few = [];
    private BitArray? _many;

    public void Add(int place)
    {
        if (_many is not null)
        {
            _many[place] = true;
        }
        else if (_few!.Add(place) && (long)_few.Count * BitsOfOne > places)
        {
            _many = new BitArray(places);
            foreach (var known in _few) _many[known] = true;
            _few = null;
        }
    }

    public IEnumerable<int> All() => _few ?? Enumerable.Range(0, places).Where(place => _many![place]);
}
