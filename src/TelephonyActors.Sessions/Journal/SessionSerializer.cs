using Akka.Actor;
using Akka.Serialization;
using TelephonyActors.Sessions.Formats;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Journal;

/// <summary>A batch of records, as it stands in the journal.</summary>
internal sealed record RecordBatch(byte[] Bytes);

/// <summary>All entities of a switch at one moment, as it stands in the snapshot store.</summary>
internal sealed record ImageBytes(byte[] Bytes);

/// <summary>Writes what sessions persist, under manifests that outlive any name in the code.</summary>
internal sealed class SessionSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    public const string RunManifest = "run";
    public const string BatchManifest = "batch";
    public const string ImageManifest = "image";

    /// <summary>The version of a run's header that is written.</summary>
    private const byte HeaderVersion = 1;

    private static readonly Codec<RunHeader> Header = Parts.Described<RunHeader>(f => f.Is(
        f.Int("Run", x => x.Run), f.Text("Name", x => x.Name), f.Text("Version", x => x.Version), f.Text("Akka", x => x.Akka),
        f.Field("Started", x => x.Started, Codecs.Moment), f.Flag("HasSteps", x => x.HasSteps), f.Field("FirstConnID", x => x.FirstConnID, Codecs.ConnID),
        f.Field("Switch", x => x.Switch, PlanFormat.Instance),
        (run, name, version, akka, started, steps, first, plan) => new(run, name, version, akka, started, steps, first, plan)));

    /// <summary>The JSON of a header is its line in an export.</summary>
    public static Codec<RunHeader> HeaderFormat => Header;

    public override int Identifier => 7101;

    public override string Manifest(object o) => o switch
    {
        RunHeader => RunManifest,
        RecordBatch => BatchManifest,
        ImageBytes => ImageManifest,
        _ => throw new ArgumentException($"{o.GetType().Name} is nothing that sessions persist."),
    };

    public override byte[] ToBinary(object obj) => obj switch
    {
        RunHeader header => Write(header),
        RecordBatch batch => batch.Bytes,
        ImageBytes image => image.Bytes,
        _ => throw new ArgumentException($"{obj.GetType().Name} is nothing that sessions persist."),
    };

    public override object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        RunManifest => Read(bytes),
        BatchManifest => new RecordBatch(bytes),
        ImageManifest => new ImageBytes(bytes),
        _ => throw new DamagedRecordException($"it is a {manifest}, which is not known"),
    };

    public static byte[] Write(RunHeader header)
    {
        var writer = new WireWriter(new WireScope([], 0));
        writer.Byte(HeaderVersion);
        Header.Write(writer, header);
        return writer.Written.ToArray();
    }

    /// <exception cref="DamagedRecordException">It is damaged, or a newer version wrote it.</exception>
    public static RunHeader Read(byte[] bytes)
    {
        var reader = new WireReader(new WireScope([], 0), bytes);
        var version = reader.Byte();
        return version == HeaderVersion
            ? Header.Read(reader)
            : throw new DamagedRecordException($"version {version} of the format wrote it, known are up to {HeaderVersion}");
    }
}
