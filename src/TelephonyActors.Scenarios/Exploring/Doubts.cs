using TelephonyActors.Scenarios.Checking;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>
/// What the checker cannot know where several act between two rests: it takes what happens in between for the work of one request.
/// <list type="bullet">
/// <item>Invariant 4: it holds an EventPartyDeleted against the deletion by monitoring of the same number. A shared line's number is
/// that of all its invited members and of its first one; where several leave and leave different numbers behind, it may take
/// another one's.</item>
/// <item>Invariant 5 is <see cref="LineRule"/>'s.</item>
/// <item>Invariant 6: members that began to ring in the same moment look alerted together, though it was for two calls which a
/// join made one later, each with its appearance.</item>
/// </list>
/// </summary>
internal sealed class Doubts(Picture picture)
{
    private readonly Dictionary<long, ConnID> _toldOfDeletion = [];
    private readonly Dictionary<ConnID, (bool More, bool Fewer)> _remaining = [];
    private readonly Dictionary<long, (ConnID Call, string Dn)> _onAppearance = [];
    private readonly HashSet<(ConnID Call, string Dn)> _joined = [];

    /// <summary>Hears what the picture knows already.</summary>
    public void Hear(TEvent heard, long position)
    {
        switch (heard.Event)
        {
            case EventName.EventPartyDeleted:
                _toldOfDeletion[position] = heard.ConnID!;
                break;
            case EventName.EventCallPartyDeleted:
                var (more, fewer) = _remaining.GetValueOrDefault(heard.ConnID!);
                var moreThanTwo = picture.Find(heard.ConnID!) is { Parties.Count: > 2 };
                _remaining[heard.ConnID!] = (more || moreThanTwo, fewer || !moreThanTwo);
                break;
            case EventName.EventRinging when heard.Extensions is not null:
                _onAppearance[position] = (heard.ConnID!, heard.ThisDN!);
                break;
            case EventName.EventPartyChanged when heard.PreviousConnID != heard.ConnID:
                _joined.Add((heard.ConnID!, heard.ThisDN!));
                break;
        }
    }

    public void AtRest()
    {
        _toldOfDeletion.Clear();
        _remaining.Clear();
    }

    /// <summary>Whether the violation is one that only requests one after the other would prove.</summary>
    public bool Has(Violation violation) => violation.Invariant switch
    {
        4 => _toldOfDeletion.TryGetValue(violation.Position, out var call) && _remaining.GetValueOrDefault(call) is (true, true),
        5 => true,
        6 => _onAppearance.TryGetValue(violation.Position, out var rang) && _joined.Any(joined => joined.Call == rang.Call || joined.Dn == rang.Dn),
        _ => false,
    };
}
