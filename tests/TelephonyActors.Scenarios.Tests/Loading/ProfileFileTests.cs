using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Loading;

namespace TelephonyActors.Scenarios.Tests.Loading;

/// <summary>How often each flow comes in a mix: the file of <c>load --profile</c>.</summary>
public sealed class ProfileFileTests
{
    [Fact]
    public void A_profile_is_flows_and_weights()
    {
        var profile = ProfileFile.Parse("p.yaml", "basic: 3\nabandon: 0\ntransfer: 1\n");
        Assert.Equal((WeightedFlow[])[new WeightedFlow("basic", 3), new WeightedFlow("transfer", 1)], profile.ToArray());
    }

    [Fact]
    public void Only_the_flows_of_the_profile_come()
    {
        var options = new LoadOptions { Flow = LoadFlows.Mix, Calls = 50, Concurrency = 5, Profile = [new WeightedFlow("abandon", 2)] };
        var loaded = Loaded.Of(options);
        Assert.Equal((0, 100, 600), (loaded.Status, loaded["requests"], loaded["events"]));
    }

    [Theory]
    [InlineData("basic: many", "p.yaml:1:8: the weight of basic cannot be 'many'; allowed: 0 to 1000000")]
    [InlineData("basic: 1\nabandon: -1", "p.yaml:2:10: the weight of abandon cannot be '-1'; allowed: 0 to 1000000")]
    [InlineData("basics: 1", "p.yaml:1:1: a profile has no key 'basics'; allowed: basic, abandon, ")]
    [InlineData("basic: 0", "p.yaml:1:1: no flow has a weight; allowed: a flow with a weight above 0")]
    [InlineData("- basic", "p.yaml:1:1: a profile cannot be a list; allowed: a mapping of basic, ")]
    [InlineData("", "p.yaml: is empty; allowed: a mapping of flows and weights")]
    public void What_is_no_profile_is_bad_input_at_its_line_and_column(string text, string sentence)
    {
        var bad = Assert.Throws<BadInputException>(() => ProfileFile.Parse("p.yaml", text));
        Assert.StartsWith(sentence, bad.Faults[0].ToString(), StringComparison.Ordinal);
    }
}
