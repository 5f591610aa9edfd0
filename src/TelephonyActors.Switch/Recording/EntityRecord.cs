using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Recording;

/// <summary>
/// What one entity decided about one input: the input, what came of it in order, the state behind it. Whoever made it does not touch
/// it any more; an input that another entity sent is the very object that stands among that entity's outputs.
/// </summary>
/// <param name="Time">The time that the decision was made with.</param>
public abstract record EntityRecord(DateTimeOffset Time)
{
    private protected EntityRecord(DateTimeOffset time, bool hears)
        : this(time) => HasDeliveries = hears;

    /// <summary>Whether clients or phones hear of it.</summary>
    public bool HasDeliveries { get; }

    /// <summary>Sends the clients and phones what the outputs mean for them.</summary>
    public virtual void Deliver(IDeliveries deliveries)
    {
    }
}

/// <summary>A call decided; its first input is <see cref="CallInput.Dialed"/>.</summary>
/// <param name="ConnID">The call.</param>
/// <param name="Time">When.</param>
/// <param name="Input">What it was told; null: nothing, it failed by itself.</param>
/// <param name="Failed">It failed while it handled the input (call models 8).</param>
/// <param name="Next">The call behind it.</param>
/// <param name="Outputs">What came of it.</param>
public sealed record CallRecord(
    ConnID ConnID, DateTimeOffset Time, CallInput? Input, bool Failed, Call Next, IReadOnlyList<CallOutput> Outputs)
    : EntityRecord(Time, hears: false);

/// <summary>The actor of a call that is over has stopped; the call is told nothing any more.</summary>
public sealed record CallStopped(ConnID ConnID, DateTimeOffset Time) : EntityRecord(Time, hears: false);

/// <summary>The parent of the calls answered for a call that does not exist.</summary>
public sealed record StrayRecord(ConnID ConnID, DateTimeOffset Time, CallInput Input, CallOutput? Output) : EntityRecord(Time, hears: false);

/// <summary>A shared line decided; <paramref name="Failed"/> as in <see cref="CallRecord"/>.</summary>
public sealed record LineRecord(
    string Number, DateTimeOffset Time, LineInput? Input, bool Failed, SharedLine Next, IReadOnlyList<LineOutput> Outputs)
    : EntityRecord(Time, hears: false);

/// <summary>A DN or external number decided; <paramref name="Failed"/> as in <see cref="CallRecord"/>.</summary>
public sealed record DnRecord(
    string Number, DateTimeOffset Time, DnInput? Input, bool Failed, Dn Next, IReadOnlyList<DnOutput> Outputs)
    : EntityRecord(Time, Hears(Outputs))
{
    public override void Deliver(IDeliveries deliveries)
    {
        foreach (var output in Outputs)
        {
            switch (output)
            {
                case DnOutput.Report report:
                    foreach (var client in report.To) deliveries.Deliver(client, report.HeardBy(client));
                    break;
                case DnOutput.Reply(var client, var answer): deliveries.Deliver(client, answer); break;
                case DnOutput.PhoneDone(var act, var outcome): deliveries.Complete(act, outcome); break;
            }
        }
    }

    private static bool Hears(IReadOnlyList<DnOutput> outputs)
    {
        foreach (var output in outputs)
            if (output is DnOutput.Report { To.IsEmpty: false } or DnOutput.Reply or DnOutput.PhoneDone) return true;
        return false;
    }
}

/// <summary>Call monitoring heard of a call, or of a client that watches calls.</summary>
public sealed record MonitorRecord(DateTimeOffset Time, MonitorInput Input, Watchers Next, MonitorOutput? Output)
    : EntityRecord(Time, hears: Output is not null)
{
    public override void Deliver(IDeliveries deliveries)
    {
        switch (Output)
        {
            case MonitorOutput.Report report:
                foreach (var client in report.To) deliveries.Deliver(client, report.Event);
                break;
            case MonitorOutput.Reply(var client, var answer): deliveries.Deliver(client, answer); break;
        }
    }
}

/// <summary>The switch's front door told a client something itself, without any entity.</summary>
public sealed record FrontRecord(DateTimeOffset Time, FrontInput Input, TEvent Event) : EntityRecord(Time, hears: true)
{
    public override void Deliver(IDeliveries deliveries)
    {
        switch (Input)
        {
            case FrontInput.Connected(var client): deliveries.Deliver(client, Event); break;
            case FrontInput.Refused(var client, _): deliveries.Deliver(client, Event); break;
            case FrontInput.Closed: deliveries.DeliverToAll(Event); break;
        }
    }
}
