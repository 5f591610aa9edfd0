using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Journal;

/// <summary>
/// Writes records, a batch at a time. A record: a byte that says which kind of entity and what follows, the time since the record
/// before, its position where that is not the next one, the message that was its input or the entity and the input, the outputs.
/// </summary>
internal sealed class RecordWriter
{
    private readonly WireWriter _writer;
    private readonly InFlight _inFlight;
    private long _lastTicks;

    public RecordWriter(WireScope scope, InFlight inFlight)
    {
        _writer = new WireWriter(scope);
        _inFlight = inFlight;
    }

    /// <summary>Records in the batch so far.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the batch so far.</summary>
    public int Length => _writer.Length;

    private WireScope Scope => _writer.Scope;

    /// <param name="kind">The kind of the entity.</param>
    /// <param name="name">A ConnID or a number; empty where there is one of the kind.</param>
    /// <param name="position">Its position; 0: the next one of the entity.</param>
    /// <param name="time">Its time.</param>
    /// <param name="input">Its input.</param>
    /// <param name="failed">Whether the entity failed.</param>
    /// <param name="outputs">What came of it.</param>
    public void Write(EntityKind kind, object name, long position, DateTimeOffset time, object? input, bool failed, IReadOnlyList<object> outputs)
    {
        if (Count == 0) Begin(time);
        Count++;
        Scope.Time = time;
        Scope.Base = null;
        var arrived = _inFlight.TryArrive(input, out var number);
        var head = (RecordHead)kind
            | (arrived ? RecordHead.Arrived : 0) | (failed ? RecordHead.Failed : 0)
            | (input is null or Stopped ? RecordHead.NoInput : 0) | (position != 0 ? RecordHead.HasPosition : 0);
        _writer.Byte((byte)head);
        _writer.Signed(time.UtcTicks - _lastTicks);
        _lastTicks = time.UtcTicks;
        if (position != 0) _writer.Signed(position);
        var format = EntityFormats.Of(kind);
        if (arrived) WriteArrival(number, input!);
        else
        {
            WriteName(kind, name);
            if (input is not (null or Stopped)) format.Input.Write(_writer, input);
        }

        if (input is CallInput.Dialed began) Scope.Add(began.Header);
        // A failure by itself and a stop look alike but for the flag of the failure.
        if (input is Stopped) Scope.Remove((ConnID)name);
        _writer.Count(outputs.Count);
        for (var i = 0; i < outputs.Count; i++)
        {
            format.Output.Write(_writer, outputs[i]);
            _inFlight.Send(outputs[i], name);
        }
    }

    /// <summary>The bytes of the batch; the next record begins another.</summary>
    public byte[] Finish()
    {
        var packed = Batches.Pack(_writer.Written);
        _writer.Clear();
        Count = 0;
        return packed;
    }

    /// <summary>What is likely to be reported of an input.</summary>
    public static TEvent? BaseOf(object? input) => input switch
    {
        DnInput.Noticed noticed => noticed.Event,
        DnInput.Offered offered => offered.Ringing,
        MonitorInput.Published published => published.Fact.Event,
        _ => null,
    };

    private void Begin(DateTimeOffset time)
    {
        Scope.BeginBatch();
        _writer.Unsigned((ulong)_inFlight.Next);
        _writer.Signed(time.UtcTicks);
        _lastTicks = time.UtcTicks;
    }

    private void WriteArrival(long number, object input)
    {
        _writer.Unsigned((ulong)(_inFlight.Next - 1 - number));
        if (input is CallInput.Dialed dialed) Formats.HeaderFormat.Instance.Write(_writer, dialed.Header);
        Scope.Base = BaseOf(input);
    }

    private void WriteName(EntityKind kind, object name)
    {
        if (kind == EntityKind.Call) Codecs.ConnID.Write(_writer, (ConnID)name);
        else if (kind is EntityKind.Dn or EntityKind.Line) _writer.Text((string)name);
    }
}

/// <summary>The first byte of a record; its lowest four bits are the kind of the entity.</summary>
[Flags]
internal enum RecordHead : byte
{
    Kind = 0x0f,

    /// <summary>The input is a message of another record.</summary>
    Arrived = 0x10,

    Failed = 0x20,

    /// <summary>No input: the entity failed by itself or, where it did not fail, stopped.</summary>
    NoInput = 0x40,

    /// <summary>The position is not the next one.</summary>
    HasPosition = 0x80,
}
