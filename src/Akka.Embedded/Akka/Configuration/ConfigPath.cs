namespace Akka.Configuration;

/// <summary>The elements of a dotted path; a quoted element may itself hold dots.</summary>
internal static class ConfigPath
{
    public static IEnumerable<string> Split(string path)
    {
        var start = 0;
        while (start < path.Length)
        {
            var quoted = path[start] == '"';
            var end = quoted ? path.IndexOf('"', start + 1) : path.IndexOf('.', start);
            if (quoted)
            {
                yield return path.Substring(start + 1, end - start - 1);
                start = end + 2;
            }
            else if (end < 0)
            {
                yield return path[start..];
                yield break;
            }
            else
            {
                yield return path[start..end];
                start = end + 1;
            }
        }
    }
}
