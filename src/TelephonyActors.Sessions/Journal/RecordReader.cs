using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Journal;

/// <summary>Reads what <see cref="RecordWriter"/> wrote, batch after batch in their order.</summary>
internal sealed class RecordReader(WireScope scope, InFlight inFlight, Entities entities)
{
    /// <summary>The records of a batch, those that can be read of a damaged one first.</summary>
    /// <exception cref="DamagedRecordException">The batch, or the record behind the last one read, is damaged.</exception>
    public IEnumerable<SessionRecord> Read(byte[] packed)
    {
        scope.BeginBatch();
        var from = new WireReader(scope, Batches.Unpack(packed));
        var next = from.Unsigned();
        if (next != (ulong)inFlight.Next) throw new DamagedRecordException("a batch before it is missing");
        var ticks = from.Signed();
        while (!from.IsAtEnd) yield return Next(from, ref ticks);
    }

    private SessionRecord Next(WireReader from, ref long ticks)
    {
        try
        {
            return Record(from, ref ticks);
        }
        catch (Exception impossible) when (impossible is OverflowException or ArgumentException or InvalidCastException)
        {
            throw new DamagedRecordException("a value in it is impossible", impossible);
        }
    }

    private SessionRecord Record(WireReader from, ref long ticks)
    {
        var head = (RecordHead)from.Byte();
        var kind = (EntityKind)(head & RecordHead.Kind);
        if (kind > EntityKind.Run) throw new DamagedRecordException($"it has an entity of a kind {(int)kind} that is not known");
        ticks = checked(ticks + from.Signed());
        scope.Time = Moments.Of(ticks);
        scope.Base = null;
        var stated = (head & RecordHead.HasPosition) != 0 ? from.Signed() : 0;
        var failed = (head & RecordHead.Failed) != 0;
        var format = EntityFormats.Of(kind);

        object name;
        object? input;
        if ((head & RecordHead.Arrived) != 0)
        {
            (name, input) = Arrival(kind, from);
            scope.Base = RecordWriter.BaseOf(input);
        }
        else
        {
            name = Name(kind, from);
            input = (head & RecordHead.NoInput) == 0 ? format.Input.Read(from) : failed ? null : Stopped.Instance;
        }

        if (input is CallInput.Dialed began) scope.Add(began.Header);
        if (input is Stopped) scope.Remove((ConnID)name);
        var outputs = new object[from.Count()];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = format.Output.Read(from);
            inFlight.Send(outputs[i], name);
        }

        var entity = entities.Of(kind, name);
        entity.Position = stated != 0 ? stated : entity.Position + 1;
        return new SessionRecord(entity.Id, entity.Position, scope.Time, input, failed, outputs);
    }

    private (object Name, object Input) Arrival(EntityKind kind, WireReader from)
    {
        var back = from.Unsigned();
        if (inFlight.Arrive(inFlight.Next - 1 - (long)back) is not { } message)
            throw new DamagedRecordException("its input is a message that was not sent");

        return (kind, message.Content) switch
        {
            (EntityKind.Call, DialOrder order) => Began(new CallInput.Dialed(Formats.HeaderFormat.Instance.Read(from), order)),
            (EntityKind.Call, CallInput input) => (message.Target, input),
            (EntityKind.Calls, CallInput input) => ("", new StrayInput((ConnID)message.Target, input)),
            (EntityKind.Dn, DnInput input) => (message.Target, input),
            (EntityKind.Line, LineInput input) => (message.Target, input),
            (EntityKind.Monitoring, CallFact fact) => ("", new MonitorInput.Published(fact)),
            _ => throw new DamagedRecordException("its input is a message to another entity"),
        };
    }

    private static (object Name, object Input) Began(CallInput.Dialed dialed) => (dialed.Header.ConnID, dialed);

    private static object Name(EntityKind kind, WireReader from) => kind switch
    {
        EntityKind.Call => Codecs.ConnID.Read(from),
        EntityKind.Dn or EntityKind.Line => from.Text(),
        _ => "",
    };
}
