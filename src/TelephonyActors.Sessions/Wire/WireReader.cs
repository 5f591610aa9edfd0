using System.Text;

namespace TelephonyActors.Sessions.Wire;

/// <summary>Reads what <see cref="WireWriter"/> wrote.</summary>
internal sealed class WireReader(WireScope scope, ReadOnlyMemory<byte> bytes)
{
    private int _at;

    public WireScope Scope { get; } = scope;

    public bool IsAtEnd => _at == bytes.Length;

    public byte Byte() => _at < bytes.Length ? bytes.Span[_at++] : throw new DamagedRecordException("it ends too soon");

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw new DamagedRecordException($"{other} stands for neither yes nor no"),
    };

    public ulong Unsigned()
    {
        var span = bytes.Span;
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at >= span.Length) throw new DamagedRecordException("it ends too soon");
            var next = span[_at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }

        throw new DamagedRecordException("a number in it has no end");
    }

    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>How many follow; each takes a byte at least.</summary>
    public int Count()
    {
        var value = Unsigned();
        return value <= (ulong)(bytes.Length - _at) ? (int)value : throw new DamagedRecordException("it ends too soon");
    }

    public string Text()
    {
        var place = Unsigned();
        if (place > 0) return Scope.TextAt(place - 1);

        var text = Literal();
        Scope.Learn(text);
        return text;
    }

    public string Literal() => Encoding.UTF8.GetString(Bytes(Count()));

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > bytes.Length - _at) throw new DamagedRecordException("it ends too soon");
        var span = bytes.Span.Slice(_at, count);
        _at += count;
        return span;
    }
}
