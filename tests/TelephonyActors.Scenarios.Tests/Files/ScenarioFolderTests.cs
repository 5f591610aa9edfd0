using TelephonyActors.Scenarios.Files;

namespace TelephonyActors.Scenarios.Tests.Files;

public sealed class ScenarioFolderTests : IDisposable
{
    private const string Good = "switch: {}\nsteps: []\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_folder_means_its_yaml_files_in_ordinal_order_and_no_subfolder()
    {
        foreach (var name in new[] { "b.yaml", "B.yaml", "a-2.yaml", "a.yaml", "notes.txt", "c.yml", "d.yaml.bak" }) Write(name, Good);
        Write(Path.Combine("sub.yaml", "z.yaml"), Good);

        Assert.Equal(["B", "a-2", "a", "b"], ScenarioFile.ReadAll([_folder.FullName]).Select(scenario => scenario.Name));
    }

    [Fact]
    public void Paths_are_read_in_the_order_given_and_named_as_given()
    {
        var (second, first) = (Write("a.yaml", Good), Write("b.yml", Good));

        Assert.Equal([first, second], ScenarioFile.ReadAll([first, second]).Select(scenario => scenario.Path));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_a_fault_without_a_line()
    {
        var missing = Path.Combine(_folder.FullName, "missing.yaml");

        Assert.Equal([missing + ": does not exist; allowed: a file that exists"], Faults(missing));
    }

    [Fact]
    public void A_folder_without_scenarios_is_a_fault() =>
        Assert.Equal([_folder.FullName + ": is a folder without a *.yaml; allowed: a scenario file, or a folder of them"], Faults(_folder.FullName));

    [Fact]
    public void The_faults_of_all_files_are_told_at_once()
    {
        var (first, second) = (Write("1.yaml", ""), Write("3.yaml", "steps: []"));
        Write("2.yaml", Good);

        Assert.Equal(
            [first + ": is empty; allowed: a mapping of name, switch, steps", second + ":1:1: a scenario lacks the key 'switch'; allowed: name, switch, steps"],
            Faults(_folder.FullName));
    }

    private static IEnumerable<string> Faults(string path) =>
        Assert.Throws<BadInputException>(() => ScenarioFile.ReadAll([path])).Faults.Select(fault => fault.ToString());

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
