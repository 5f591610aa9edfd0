using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Journal;

/// <summary>
/// A switch as the records so far leave it: every entity, the messages between them, what is to be told at which moment, and how far
/// the ids have come. What is recorded is causally closed, so that every image is one at which the switch could have stood.
/// </summary>
internal sealed class SwitchImage
{
    /// <param name="header">The run.</param>
    /// <param name="inFlight">Where the messages between the entities are kept.</param>
    public SwitchImage(RunHeader header, InFlight inFlight)
    {
        Header = header;
        InFlight = inFlight;
        Scope = new WireScope(NumbersOf(header), header.FirstConnID.Value);
    }

    public RunHeader Header { get; }

    public WireScope Scope { get; }

    public InFlight InFlight { get; }

    public Entities Entities { get; } = new();

    /// <summary>The number of the last call that has begun, from 1.</summary>
    public ulong Calls { get; set; }

    /// <summary>The largest number of a client so far.</summary>
    public int LastClient { get; set; }

    /// <summary>The largest number of an action at a phone so far.</summary>
    public long LastAct { get; set; }

    /// <summary>Takes in a record that has been written or read; its messages are taken care of by whoever did that.</summary>
    public void Take(Entity entity, DateTimeOffset time, object? input, bool failed, object? next, IReadOnlyList<object> outputs)
    {
        switch (input)
        {
            // Several parents begin calls: the ids need not be recorded in their order.
            case CallInput.Dialed(var begun, _): Calls = Math.Max(Calls, begun.ConnID.Value - Header.FirstConnID.Value + 1); break;
            case FrontInput.Connected(var client): LastClient = Math.Max(LastClient, client); break;
            case DnInput.Acted { By: Requester.Phone(var act) }: LastAct = Math.Max(LastAct, act); break;
            case Stopped when ConnID.TryParse(entity.Id.Name, out var call):
                Entities.Forget(call);
                return;
        }

        entity.State = next;
        entity.Hear(input, failed);
        for (var i = 0; i < outputs.Count; i++) entity.Decide(outputs[i], time);
    }

    /// <summary>The numbers of a switch, which records name by their place.</summary>
    public static IEnumerable<string> NumbersOf(RunHeader header) => header.Switch.Columns
        .Concat(header.Switch.Externals.Select(external => external.Number))
        .Concat(header.Switch.SharedLines.Select(line => line.Number));
}
