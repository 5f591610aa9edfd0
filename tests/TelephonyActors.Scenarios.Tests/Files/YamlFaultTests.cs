using System.Text;
using TelephonyActors.Scenarios.Files;

namespace TelephonyActors.Scenarios.Tests.Files;

public sealed class YamlFaultTests : IDisposable
{
    private const string Mend = "YAML; a text that begins with a special character stands in quotes";
    private const string Keys = "a mapping of name, switch, steps";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("name: a: b", "1:8: not YAML: while scanning a plain scalar value, found invalid mapping; allowed: " + Mend)]
    [InlineData("name: \"a", "1:7: not YAML: while scanning a quoted scalar, found unexpected end of stream; allowed: " + Mend)]
    [InlineData("name: @a", "1:7: not YAML: while scanning for the next token, found character that cannot start any token; allowed: " + Mend)]
    [InlineData("switch: { dns: [A, B\nsteps: []", "1:16: not YAML: what begins here is not closed; allowed: " + Mend)]
    [InlineData("switch:\n  : dns: [A]\nsteps: []", "3:1: not YAML: a key or a value is missing before this; allowed: " + Mend)]
    [InlineData("switch:\n\tdns: [A]", "2:1: a tab indents this line; allowed: spaces")]
    [InlineData("switch:\n  dns:\n  \t- A", "3:3: a tab indents this line; allowed: spaces")]
    [InlineData("switch: { dns: [*60] }", "1:17: *60 refers to no anchor; allowed: an anchor above it, or '*60' in quotes if it is a text")]
    [InlineData("switch: {}\nsteps: []\nname: !x y", "3:7: the tag '!x'; allowed: no tags")]
    [InlineData("switch: {}\nsteps: []\n---\nname: b", "3:1: a second document begins; allowed: one document in a file")]
    [InlineData("switch: {}\nsteps: []\n[a]: b", "3:1: a list is the key; allowed: a text as the key")]
    public void What_is_no_yaml_is_a_fault_where_it_is_not(string text, string fault) => Assert.Equal([fault], ScenarioText.Faults(text));

    [Theory]
    [InlineData("hello", "1:1: a scenario cannot be 'hello'; allowed: " + Keys)]
    [InlineData("- a", "1:1: a scenario cannot be a list; allowed: " + Keys)]
    [InlineData("steps: []", "1:1: a scenario lacks the key 'switch'; allowed: name, switch, steps")]
    [InlineData("\nswitch: {}", "2:1: a scenario lacks the key 'steps'; allowed: name, switch, steps")]
    [InlineData("switch: {}\nsteps:", "2:7: steps cannot be nothing; allowed: a list of steps")]
    [InlineData("switch: {}\nsteps: { wait: 1s }", "2:8: steps cannot be a mapping; allowed: a list of steps")]
    [InlineData("switch:\nsteps: []", "1:8: the switch cannot be nothing; allowed: a mapping of dns, externals, sharedLines, ringTimeout")]
    [InlineData("switch: {}\nsteps: []\nname: [a]", "3:7: name cannot be a list; allowed: a text")]
    [InlineData("switch: {}\nsteps: []\nStep: 1", "3:1: a scenario has no key 'Step'; allowed: name, switch, steps")]
    public void What_is_no_scenario_is_a_fault_where_it_is_not(string text, string fault) => Assert.Equal([fault], ScenarioText.Faults(text));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("---\n")]
    public void An_empty_file_is_a_fault_of_the_file_as_a_whole(string text) =>
        Assert.Equal(["flow.yaml: is empty; allowed: " + Keys], ScenarioText.Faults(text));

    [Fact]
    public void Anchors_that_multiply_beyond_measure_are_refused()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 10; level++)
            bomb.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");

        Assert.Contains("too large", Assert.Single(ScenarioText.Faults(bomb.ToString())), StringComparison.Ordinal);
        Assert.Contains("too deeply nested", Assert.Single(ScenarioText.Faults(new string('[', 100_000))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0xff }, ":2:2: the byte ff is not UTF-8; allowed: text in UTF-8")]
    [InlineData(new byte[] { 0xfe, 0xff, 0, (byte)'a' }, ":1:1: the byte fe is not UTF-8; allowed: text in UTF-8")]
    [InlineData(new byte[] { (byte)'a', 0xc3, 0xa4, 0 }, ":1:3: the control character U+0000; allowed: text without control characters")]
    [InlineData(new byte[] { (byte)'a', 0x1b }, ":1:2: the control character U+001B; allowed: text without control characters")]
    public void A_file_that_is_no_text_is_a_fault_at_its_first_bad_byte(byte[] bytes, string fault)
    {
        var path = Path.Combine(_folder.FullName, "bytes.yaml");
        File.WriteAllBytes(path, bytes);

        Assert.Equal(path + fault, Assert.Single(Assert.Throws<BadInputException>(() => ScenarioFile.Read(path)).Faults).ToString());
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        var path = Path.Combine(_folder.FullName, "bom.yaml");
        File.WriteAllText(path, "switch: {}\nsteps: []\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Empty(ScenarioFile.Read(path).Steps);
    }

    [Fact]
    public void However_a_scenario_is_mangled_it_is_read_or_refused()
    {
        var random = new Random(20260105);
        const string Pieces = "{}[]:,-?&*!|>'\"%@`#$~ \t\nae10";
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder(ScenarioText.Inbound);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0) text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                else text.Insert(at, Pieces[random.Next(Pieces.Length)]);
            }

            if (Record.Exception(() => ScenarioText.Read(text.ToString())) is { } refusal)
                Assert.All(Assert.IsType<BadInputException>(refusal).Faults, fault => Assert.Matches(@"\Aflow\.yaml:[1-9][0-9]*:[1-9][0-9]*: [^\n]+; allowed: [^\n]+\z", fault.ToString()));
        }
    }
}
