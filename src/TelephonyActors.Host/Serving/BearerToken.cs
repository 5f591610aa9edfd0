using System.Security.Cryptography;
using System.Text;
using TelephonyActors.Scenarios.Files;

namespace TelephonyActors.Host.Serving;

/// <summary>The secret that a client of a host with <c>--token-file</c> shows. Only its hash is kept, so that every comparison takes the same time.</summary>
internal sealed class BearerToken
{
    private const int Shortest = 16;

    private readonly byte[] _hash;

    private BearerToken(byte[] hash) => _hash = hash;

    /// <summary>Reads the first and only line of a file.</summary>
    public static BearerToken Read(string path)
    {
        var text = Text(path).Trim();
        if (text.Length < Shortest || text.Any(character => character is <= ' ' or > '~'))
            throw Fault(path, "holds no token", $"one line of at least {Shortest} visible ASCII characters");
        return new BearerToken(HashOf(text));
    }

    public bool Is(ReadOnlySpan<char> shown) => CryptographicOperations.FixedTimeEquals(HashOf(shown), _hash);

    private static byte[] HashOf(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return SHA256.HashData(bytes);
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Fault(path, "cannot be read", "a file that holds the token");
        }
    }

    private static BadInputException Fault(string path, string wrong, string allowed) =>
        new(new Fault(FilePosition.Whole(path), wrong, allowed));
}
