using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Recording;

/// <summary>
/// Takes down what the entities of a switch decide (architecture, Recording). A switch that has one sends nothing to clients itself:
/// the recorder delivers a record once it is kept. A switch that has none loses nothing by the seam.
/// </summary>
public interface IRecorder
{
    /// <summary>
    /// Takes a record. An entity hands it over before it tells other entities what it decided, so that a record's causes come before
    /// it: whatever the recorder has of it is a moment at which the switch could have stood. Never blocks.
    /// </summary>
    void Take(EntityRecord record);

    /// <summary>Completes when the recorder may be given more, at once as a rule: back pressure where keeping is slower than deciding.</summary>
    ValueTask ReadyAsync(CancellationToken cancellation);

    /// <summary>Completes when everything taken so far is kept and delivered, or cannot be any more.</summary>
    Task DrainAsync();

    /// <summary>What the recorded switch goes on from; null: it begins. Known before the switch's actors start.</summary>
    SwitchPast? Past => null;

    /// <summary>Where records are delivered; told once, before the first record.</summary>
    void Attach(IDeliveries deliveries);
}

/// <summary>The clients and phones of a switch, as a recorder delivers to them. Who has gone meanwhile hears nothing.</summary>
public interface IDeliveries
{
    void Deliver(int client, TEvent heard);

    void DeliverToAll(TEvent heard);

    /// <summary>Tells a driver what came of an action at a phone.</summary>
    void Complete(long act, PhoneOutcome outcome);
}
