using System.Text;

namespace TelephonyActors.Sessions.Wire;

/// <summary>Writes the bytes of records, one behind the other, in a buffer that grows.</summary>
internal sealed class WireWriter(WireScope scope)
{
    private byte[] _bytes = new byte[4096];

    /// <summary>What the records around say already.</summary>
    public WireScope Scope { get; } = scope;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>Seven bits a byte, the lowest first.</summary>
    public void Unsigned(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[Length++] = (byte)value;
    }

    /// <summary>Small in either direction is short.</summary>
    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Count(int value) => Unsigned((ulong)value);

    /// <summary>A text the scope knows as its number; another one in full, and known from then on.</summary>
    public void Text(string value)
    {
        if (Scope.TryFind(value, out var place))
        {
            Unsigned((ulong)place + 1);
            return;
        }

        Byte(0);
        Literal(value);
        Scope.Learn(value);
    }

    /// <summary>A text in full.</summary>
    public void Literal(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Count(length);
        Reserve(length);
        Length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(Length));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(_bytes.AsSpan(Length));
        Length += value.Length;
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - Length < more) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
    }
}
