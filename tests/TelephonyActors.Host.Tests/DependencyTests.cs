using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace TelephonyActors.Host.Tests;

/// <summary>Dependencies point one way (architecture): TLibrary, CallModel, Switch, Sessions and Scenarios, Host.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, int> _ranks = new()
    {
        ["TelephonyActors.TLibrary"] = 0,
        ["TelephonyActors.CallModel"] = 1,
        ["TelephonyActors.Client"] = 1,
        ["TelephonyActors.Switch"] = 2,
        ["TelephonyActors.Scenarios"] = 3,
        ["TelephonyActors.Sessions"] = 3,
        ["TelephonyActors.Host"] = 4,
    };

    /// <summary>The projects that exist so far.</summary>
    public static TheoryData<string> Projects => [.. _ranks.Keys.Where(name => File.Exists(ProjectFile(name)))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_references_only_what_stands_below_it(string project)
    {
        var referenced = References(project).Where(_ranks.ContainsKey);
        Assert.All(referenced, other => Assert.True(_ranks[other] < _ranks[project], $"{project} references {other}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_references_only_what_stands_below_it(string project)
    {
        var referenced = Items(project, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include));
        Assert.All(referenced, other => Assert.True(_ranks[other] < _ranks[project], $"{project} references {other}"));
    }

    [Fact]
    public void The_call_model_references_nothing_but_the_vocabulary()
    {
        Assert.All(References("TelephonyActors.CallModel"), other =>
            Assert.True(other.StartsWith("System.", StringComparison.Ordinal) || other == "TelephonyActors.TLibrary", other));
        Assert.Equal(
            ["../TelephonyActors.TLibrary/TelephonyActors.TLibrary.csproj"], Items("TelephonyActors.CallModel", "ProjectReference"));
        // An analyser stays with the compiler.
        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers"], Items("TelephonyActors.CallModel", "PackageReference"));
        Assert.Empty(Items("TelephonyActors.CallModel", "FrameworkReference"));
    }

    [Fact]
    public void The_vocabulary_references_nothing()
    {
        Assert.All(References("TelephonyActors.TLibrary"), other => Assert.StartsWith("System.", other, StringComparison.Ordinal));
        Assert.Empty(Items("TelephonyActors.TLibrary", "ProjectReference"));
        Assert.Empty(Items("TelephonyActors.TLibrary", "PackageReference"));
        Assert.Empty(Items("TelephonyActors.TLibrary", "FrameworkReference"));
    }

    [Fact]
    public void No_source_file_is_compiled_conditionally()
    {
        var files = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.All(File.ReadLines(file), (line, index) => Assert.False(
            line.TrimStart().StartsWith("#if", StringComparison.Ordinal), $"{file}:{index + 1}")));
    }

    private static IEnumerable<string> References(string assembly) => Assembly
        .LoadFrom(Path.Combine(HostProcess.Folder, $"{assembly}.dll"))
        .GetReferencedAssemblies()
        .Select(name => name.Name!)
        .Where(name => name is not "System" and not "netstandard");

    private static IEnumerable<string> Items(string project, string kind) => XDocument
        .Load(ProjectFile(project))
        .Descendants(kind)
        .Select(item => item.Attribute("Include")!.Value);

    private static string ProjectFile(string project) => Path.Combine(Root(), "src", project, $"{project}.csproj");

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
