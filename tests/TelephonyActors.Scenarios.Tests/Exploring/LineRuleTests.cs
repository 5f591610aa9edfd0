using TelephonyActors.Scenarios.Exploring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Exploring;

public sealed class LineRuleTests
{
    private static readonly ConnID _call = new(1);
    private static readonly string[] _members = [.. ExploredPlan.Line.Members];

    private readonly List<Failure> _failures = [];
    private readonly LineRule _rule;
    private long _position;

    public LineRuleTests() => _rule = new LineRule(_failures.Add);

    [Fact]
    public void A_member_that_barges_in_while_others_ring_has_not_won_against_them()
    {
        Ring(_members[1]);
        Ring(_members[2]);
        Hear(new TEvent { Event = EventName.EventOffHook, ThisDN = _members[2] });
        Answered(_members[1], _members[2]);
        _rule.AtRest();
        Assert.Empty(_failures);
    }

    [Fact]
    public void A_member_of_whose_barging_in_monitoring_tells_first_has_not_won_either()
    {
        Ring(_members[1]);
        Ring(_members[2]);
        Answered(_members[1], _members[2]);
        Hear(new TEvent { Event = EventName.EventOffHook, ThisDN = _members[2] });
        _rule.AtRest();
        Assert.Empty(_failures);
    }

    [Fact]
    public void A_member_that_answers_leaves_nobody_ringing_that_was_alerted_with_it()
    {
        Ring(_members[1]);
        Ring(_members[2]);
        Answered(_members[1], _members[2]);
        _rule.AtRest();
        var failure = Assert.Single(_failures);
        Assert.Contains($"DN {_members[2]} answered", failure.ToString(), StringComparison.Ordinal);
    }

    private void Ring(string dn) => Hear(new TEvent
    {
        Event = EventName.EventRinging,
        ConnID = _call,
        ThisDN = dn,
        ThisDNRole = DNRole.ConferenceMember,
        CallState = CallState.OK,
        Extensions = KVList.Of(("AppearanceIndex", 1L)),
    });

    // Monitoring tells of both parties, and then that the second one is connected.
    private void Answered(string rings, string connected)
    {
        Hear(new TEvent { Event = EventName.EventCallPartyAdded, ConnID = _call, DN = rings, PartyID = 3, State = PartyState.Alerting });
        Hear(new TEvent { Event = EventName.EventCallPartyAdded, ConnID = _call, DN = connected, PartyID = 4, State = PartyState.Alerting });
        Hear(new TEvent { Event = EventName.EventCallPartyState, ConnID = _call, DN = connected, PartyID = 4, State = PartyState.Connected });
    }

    private void Hear(TEvent heard) => _rule.Hear(heard, ++_position);
}
