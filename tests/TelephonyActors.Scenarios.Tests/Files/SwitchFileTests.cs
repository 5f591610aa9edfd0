using TelephonyActors.Scenarios.Files;

namespace TelephonyActors.Scenarios.Tests.Files;

public sealed class SwitchFileTests
{
    private const string Path = "office.yaml";

    [Fact]
    public void A_switch_alone_stands_without_the_key_switch_and_is_called_as_its_file_unless_it_has_a_name()
    {
        Assert.Equal("office", SwitchFile.Parse(Path, "dns: [A]").Name);
        Assert.Equal("Head office", SwitchFile.Parse(Path, "name: Head office\ndns: [A]").Name);
    }

    [Theory]
    [InlineData("switch: { dns: [A] }", "office.yaml:1:1: the switch has no key 'switch'; allowed: name, dns, externals, sharedLines, ringTimeout")]
    [InlineData("dns: [A]\nsteps: []", "office.yaml:2:1: the switch has no key 'steps'; allowed: name, dns, externals, sharedLines, ringTimeout")]
    [InlineData("", "office.yaml: is empty; allowed: a mapping of name, dns, externals, sharedLines, ringTimeout")]
    [InlineData("name: ~", "office.yaml:1:7: name cannot be '~'; allowed: a text")]
    public void Anything_else_in_it_is_a_fault(string text, string fault) =>
        Assert.Equal(fault, Assert.Single(Assert.Throws<BadInputException>(() => SwitchFile.Parse(Path, text)).Faults).ToString());
}
