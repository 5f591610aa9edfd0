using System.Buffers;
using System.Globalization;
using System.Text;

namespace TelephonyActors.Scenarios.Files.Yaml;

/// <summary>The text of a user's file: UTF-8, with or without byte order mark, and no control characters but tabs and line ends.</summary>
internal static class Utf8Text
{
    /// <summary>Reads the file; throws <see cref="BadInputException"/> where it cannot be read or is no text.</summary>
    public static string Read(string path)
    {
        var bytes = Bytes(path).AsSpan();
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        Check(path, bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException(new Fault(FilePosition.Whole(path), "does not exist", "a file that exists"));
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(new Fault(FilePosition.Whole(path), "cannot be read", "a file that can be read"));
        }
    }

    private static void Check(string path, ReadOnlySpan<byte> bytes)
    {
        var (line, column) = (1, 1);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status != OperationStatus.Done)
                Refuse($"the byte {bytes[0]:x2} is not UTF-8", "text in UTF-8");
            // YAML has none; a zero would even end the text for its parser.
            var value = rune.Value;
            if (value < 0x80 && Rune.IsControl(rune) && value is not ('\t' or '\n' or '\r'))
                Refuse($"the control character U+{value.ToString("X4", CultureInfo.InvariantCulture)}", "text without control characters");

            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
            bytes = bytes[length..];
        }

        void Refuse(string wrong, string allowed) =>
            throw new BadInputException(new Fault(new FilePosition(path, line, column), wrong, allowed));
    }
}
