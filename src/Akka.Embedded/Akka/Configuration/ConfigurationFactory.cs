using System.Reflection;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations out of HOCON.</summary>
public class ConfigurationFactory
{
    /// <summary>A configuration without any content.</summary>
    public static Config Empty => ParseString("");

    /// <summary>Parses HOCON.</summary>
    /// <param name="hocon">The text.</param>
    /// <param name="includeCallback">Gives the content of what the text includes, by the name it includes it under.</param>
    /// <exception cref="FormatException">The text is no HOCON, or it refers to a value that it does not contain.</exception>
    public static Config ParseString(string hocon, Func<string, HoconRoot> includeCallback)
        => new(Parser.Parse(hocon, includeCallback));

    /// <summary>Parses HOCON that includes nothing.</summary>
    /// <exception cref="FormatException">The text is no HOCON, or it refers to a value that it does not contain.</exception>
    public static Config ParseString(string hocon) => ParseString(hocon, null);

    /// <summary>Parses a resource of the assembly that the type is in.</summary>
    public static Config FromResource<TAssembly>(string resourceName)
        => FromResource(resourceName, typeof(TAssembly).Assembly);

    /// <summary>Parses a resource of the assembly.</summary>
    public static Config FromResource(string resourceName, Assembly assembly)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resourceName));
        return ParseString(reader.ReadToEnd());
    }
}
