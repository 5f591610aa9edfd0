using System.IO.Compression;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Journal;

/// <summary>A batch of records as bytes: the version of the format, the length, the records in zlib's format, which has a checksum.</summary>
internal static class Batches
{
    /// <summary>The version that is written; older ones can be read for ever.</summary>
    public const byte Version = 1;

    private const int LargestBatch = 256 * 1024 * 1024;

    public static byte[] Pack(ReadOnlySpan<byte> records)
    {
        var packed = new MemoryStream(64 + (records.Length / 3));
        packed.WriteByte(Version);
        Span<byte> length = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, records.Length);
        packed.Write(length);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(records);
        return packed.ToArray();
    }

    /// <exception cref="DamagedRecordException">It is damaged, or a newer version wrote it.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        if (packed.Length < 1 + sizeof(int)) throw new DamagedRecordException("it ends too soon");
        if (packed[0] is 0 or > Version) throw new DamagedRecordException($"version {packed[0]} of the format wrote it, known are up to {Version}");

        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(1));
        if (length is < 0 or > LargestBatch) throw new DamagedRecordException("its length is impossible");
        try
        {
            var records = new byte[length];
            using var zlib = new ZLibStream(new MemoryStream(packed, 1 + sizeof(int), packed.Length - 1 - sizeof(int)), CompressionMode.Decompress);
            zlib.ReadExactly(records);
            // Behind the last byte the checksum is looked at.
            return zlib.ReadByte() < 0 ? records : throw new DamagedRecordException("it is longer than it says");
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new DamagedRecordException("its bytes are damaged", broken);
        }
    }
}
