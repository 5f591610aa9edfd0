using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Lines;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Sessions.Formats;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Journal;

/// <summary>An image as bytes, for snapshots: only recovery reads them, and a session without a snapshot recovers all the same.</summary>
internal static class ImageFormat
{
    private static readonly Codec<CallFact> Fact = MonitorFormats.Fact;

    public static ImageBytes Write(SwitchImage image)
    {
        var header = SessionSerializer.Write(image.Header);
        var to = new WireWriter(ScopeOf(image.Header));
        to.Scope.Time = image.Header.Started;
        to.Count(header.Length);
        to.Bytes(header);
        to.Unsigned(image.Calls);
        to.Unsigned((ulong)image.LastClient);
        to.Signed(image.LastAct);
        to.Unsigned((ulong)image.InFlight.Next);
        var states = new StateFormats(image.Header.Switch);
        var entities = image.Entities.All.ToList();
        to.Count(entities.Count);
        foreach (var entity in entities) Write(to, entity, states);
        to.Count(image.InFlight.Count);
        foreach (var message in image.InFlight.InOrder) Write(to, message);
        return new ImageBytes(Batches.Pack(to.Written));
    }

    /// <exception cref="DamagedRecordException">It is damaged, or a newer version wrote it.</exception>
    public static SwitchImage Read(ImageBytes bytes)
    {
        var unpacked = Batches.Unpack(bytes.Bytes);
        var header = HeaderOf(unpacked, out var rest);
        var image = new SwitchImage(header, new InFlight(writes: true, reads: true));
        var from = new WireReader(image.Scope, rest);
        image.Scope.Time = header.Started;
        image.Calls = from.Unsigned();
        image.LastClient = (int)from.Unsigned();
        image.LastAct = from.Signed();
        var next = (long)from.Unsigned();
        var states = new StateFormats(header.Switch);
        for (var left = from.Unsigned(); left > 0; left--) ReadEntity(from, image, states);
        var messages = new List<Message>();
        for (var left = from.Unsigned(); left > 0; left--) messages.Add(ReadMessage(from));
        image.InFlight.Restore(messages, next);
        return image;
    }

    private static WireScope ScopeOf(RunHeader header) => new(SwitchImage.NumbersOf(header), header.FirstConnID.Value);

    private static RunHeader HeaderOf(byte[] unpacked, out ReadOnlyMemory<byte> rest)
    {
        var from = new WireReader(new WireScope([], 0), unpacked);
        var header = from.Bytes(from.Count()).ToArray();
        var lead = 1;
        for (var length = header.Length; length >= 0x80; length >>= 7) lead++;
        rest = unpacked.AsMemory(lead + header.Length);
        return SessionSerializer.Read(header);
    }

    private static void Write(WireWriter to, Entity entity, StateFormats states)
    {
        to.Byte((byte)entity.Id.Kind);
        to.Text(entity.Id.Name);
        to.Signed(entity.Position);
        to.Flag(entity.State is not null);
        switch (entity.State)
        {
            case Call call:
                states.Call.Write(to, call);
                to.Scope.Add(call.Header);
                break;
            case Dn dn: states.Dn.Write(to, dn); break;
            case SharedLine line: states.Line.Write(to, line); break;
            case Watchers watchers: Codecs.ListOf(Codecs.Int).Write(to, watchers.Clients); break;
        }

        to.Scope.Base = null;
        to.Count(entity.Timers.Count);
        foreach (var (what, due) in entity.Timers)
        {
            to.Flag(what is int);
            if (what is int ring) to.Signed(ring);
            else DnFormats.Input.Write(to, (DnInput)what);
            Codecs.Moment.Write(to, due);
        }
    }

    private static void ReadEntity(WireReader from, SwitchImage image, StateFormats states)
    {
        var kind = (EntityKind)from.Byte();
        var entity = image.Entities.Of(new EntityId(kind, from.Text()));
        entity.Position = from.Signed();
        if (from.Flag())
        {
            entity.State = kind switch
            {
                EntityKind.Call => states.Call.Read(from),
                EntityKind.Dn => states.Dn.Read(from),
                EntityKind.Line => states.Line.Read(from),
                EntityKind.Monitoring => new Watchers(Codecs.ListOf(Codecs.Int).Read(from)),
                _ => throw new DamagedRecordException("it has a state of something that has none"),
            };
            if (entity.State is Call call) image.Scope.Add(call.Header);
        }

        from.Scope.Base = null;
        for (var left = from.Count(); left > 0; left--)
        {
            object what = from.Flag() ? (int)from.Signed() : DnFormats.Input.Read(from);
            entity.Arm(what, Codecs.Moment.Read(from));
        }
    }

    private static void Write(WireWriter to, Message message)
    {
        to.Signed(message.Number);
        to.Scope.Base = null;
        switch (message.Content)
        {
            case CallInput input:
                to.Byte(0);
                Codecs.ConnID.Write(to, (ConnID)message.Target);
                CallFormats.Input.Write(to, input);
                break;
            case DnInput input:
                to.Byte(1);
                to.Text((string)message.Target);
                DnFormats.Input.Write(to, input);
                break;
            case LineInput input:
                to.Byte(2);
                to.Text((string)message.Target);
                LineFormats.Input.Write(to, input);
                break;
            case DialOrder order:
                to.Byte(3);
                Parts.DialOrder.Write(to, order);
                break;
            case CallFact fact:
                to.Byte(4);
                Fact.Write(to, fact);
                break;
        }
    }

    private static Message ReadMessage(WireReader from)
    {
        var number = from.Signed();
        from.Scope.Base = null;
        switch (from.Byte())
        {
            case 0:
                var call = Codecs.ConnID.Read(from);
                return new(number, CallFormats.Input.Read(from), call);
            case 1:
                var dn = from.Text();
                return new(number, DnFormats.Input.Read(from), dn);
            case 2:
                var line = from.Text();
                return new(number, LineFormats.Input.Read(from), line);
            case 3: return new(number, Parts.DialOrder.Read(from), "");
            case 4: return new(number, Fact.Read(from), "");
            default: throw new DamagedRecordException("it has a message of a kind that is not known");
        }
    }
}
