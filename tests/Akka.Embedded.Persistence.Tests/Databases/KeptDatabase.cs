using System.IO.Compression;

namespace Akka.Embedded.Persistence.Tests.Databases;

/// <summary>The SQLite databases that each of the kernels has written, kept as text.</summary>
internal static class KeptDatabase
{
    /// <summary>What Akka.NET's own packages wrote.</summary>
    public const string OfAkka = "akka.base64";

    /// <summary>What the embedded kernel wrote.</summary>
    public const string OfEmbedded = "embedded.base64";

    private const int LineLength = 120;

    public static byte[] Load(string name)
    {
        using var resource = typeof(KeptDatabase).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(resource);
        using var packed = new MemoryStream(Convert.FromBase64String(reader.ReadToEnd()));
        using var content = new MemoryStream();
        using (var unpacking = new BrotliStream(packed, CompressionMode.Decompress))
            unpacking.CopyTo(content);
        return content.ToArray();
    }

    public static void Save(byte[] content, string fileName)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            packing.Write(content);
        var lines = Convert.ToBase64String(packed.ToArray()).Chunk(LineLength).Select(line => new string(line));
        File.WriteAllLines(fileName, lines);
    }
}
