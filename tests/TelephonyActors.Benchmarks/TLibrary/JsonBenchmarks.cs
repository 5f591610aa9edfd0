using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using TelephonyActors.Benchmarks.Measuring;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Benchmarks.TLibrary;

/// <summary>An event of a basic call with two pairs of user data, written as JSON into a buffer, and read back from UTF-8.</summary>
[Runs(warmups: 6, iterations: 15)]
public class JsonBenchmarks
{
    private const int Events = 100_000;

    private static readonly TEvent Established = new()
    {
        Event = EventName.EventEstablished,
        EventSequenceNumber = 17,
        Time = new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero),
        ConnID = new ConnID(0x0070028e1a3c4001),
        CallUUID = CallUUID.Of(4711),
        CallID = 1,
        CallType = CallType.Internal,
        ThisDN = "60972",
        ThisDNRole = DNRole.Origination,
        OtherDN = "60973",
        OtherDNRole = DNRole.Destination,
        UserData = KVList.Of(("Customer", "4711"), ("Language", "en")),
    };

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly byte[] _json = Encoding.UTF8.GetBytes(TLibraryJson.Write(Established));

    [Benchmark(OperationsPerInvoke = Events)]
    public int Write()
    {
        var bytes = 0;
        for (var i = 0; i < Events; i++)
        {
            _buffer.ResetWrittenCount();
            TLibraryJson.Write(_buffer, Established);
            bytes += _buffer.WrittenCount;
        }

        return bytes;
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public int Read()
    {
        var read = 0;
        for (var i = 0; i < Events; i++)
        {
            if (TLibraryJson.TryReadEvent(_json, out TEvent? _, out string? fault)) read++;
            else throw new InvalidOperationException(fault);
        }

        return read;
    }
}
