using Akka.Configuration;

namespace Akka.Embedded.Tests.Configuration;

/// <summary>Configurations and their fallbacks.</summary>
public class ConfigTests
{
    [Fact]
    public void A_fallback_says_what_the_configuration_does_not()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1, list = [x] }")
            .WithFallback(ConfigurationFactory.ParseString("a { b = 2, c = 2, list = [y, z] }"))
            .WithFallback("a { b = 3, c = 3, d = 3 }\n e = 3");
        Assert.Equal(1, config.GetInt("a.b"));
        Assert.Equal(2, config.GetInt("a.c"));
        Assert.Equal(3, config.GetInt("a.d"));
        Assert.Equal(3, config.GetInt("e"));
        Assert.Equal(["x"], config.GetStringList("a.list"));
        Assert.Equal(3, config.GetConfig("a").GetInt("d"));
    }

    [Fact]
    public void A_fallback_changes_neither_of_the_two()
    {
        var first = ConfigurationFactory.ParseString("a { b = 1 }");
        var second = ConfigurationFactory.ParseString("a { c = 2 }");
        Assert.Equal(2, first.WithFallback(second).GetInt("a.c"));
        Assert.False(first.HasPath("a.c"));
        Assert.False(second.HasPath("a.b"));
    }

    [Fact]
    public void A_text_is_not_merged_with_an_object()
    {
        var text = ConfigurationFactory.ParseString("a.b = 1");
        var tree = ConfigurationFactory.ParseString("a.b.c = 2");
        Assert.Equal(1, text.WithFallback(tree).GetInt("a.b"));
        Assert.Equal(2, tree.WithFallback(text).GetInt("a.b.c"));
    }

    [Fact]
    public void A_fallback_that_adds_nothing_gives_the_same_configuration()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1, list = [x, y] }\n c = 2");
        Assert.Same(config, config.WithFallback(null));
        Assert.Same(config, config.WithFallback(Config.Empty));
        Assert.Same(config, config.WithFallback("a.b = 1, a.list = [y]"));
        Assert.NotSame(config, config.WithFallback("a.b = 2"));
    }

    [Fact]
    public void A_fallback_of_nothing_is_the_configuration()
    {
        var config = ConfigurationFactory.ParseString("a = 1");
        Assert.Same(config, Config.Empty.WithFallback(config));
        Assert.Same(config, new Config().WithFallback(config));
        Assert.Same(config, ((Config?)null).SafeWithFallback(config));
        Assert.Same(config, config.SafeWithFallback(config));
    }

    [Fact]
    public void A_configuration_is_no_fallback_for_itself()
    {
        var config = ConfigurationFactory.ParseString("a = 1");
        Assert.Throws<ArgumentException>(() => config.WithFallback(config));
    }

    [Fact]
    public void A_substitution_keeps_the_value_of_its_own_text()
    {
        var config = ConfigurationFactory.ParseString("a = 1").WithFallback("a = 2, b = ${a}");
        Assert.Equal(2, config.GetInt("b"));
    }

    [Fact]
    public void Nothing_is_empty()
    {
        Assert.True(Config.Empty.IsEmpty);
        Assert.True(ConfigurationFactory.ParseString(" # nothing").IsEmpty);
        Assert.True(new Config().IsEmpty);
        Assert.True(((Config?)null).IsNullOrEmpty());
        Assert.False(ConfigurationFactory.ParseString("a = 1").IsEmpty);
    }

    [Fact]
    public void Without_a_root_there_are_no_paths()
        => Assert.Throws<InvalidOperationException>(() => new Config().GetString("a"));

    [Fact]
    public void It_lists_its_entries_once()
    {
        var config = ConfigurationFactory.ParseString("b = 1, a = 1").WithFallback("c = 2, a = 2");
        Assert.Equal(
            [("c", "2"), ("a", "1"), ("b", "1")],
            config.AsEnumerable().Select(entry => (entry.Key, entry.Value.GetString())));
    }

    [Fact]
    public void It_is_written_without_its_fallbacks_unless_asked()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1, \"c d\" = [x, y] }\n e = f g").WithFallback("h = 2");
        Assert.Equal(
            "  a : {\r\n    b : 1\r\n    \"c d\" : [x,y]\r\n  }\r\n  e : \"f g\"\r\n",
            config.ToString());
        Assert.Contains("h : 2", config.ToString(includeFallback: true), StringComparison.Ordinal);
        Assert.DoesNotContain("h : 2", config.ToString(includeFallback: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_becomes_a_configuration()
    {
        var value = ConfigurationFactory.ParseString("a { b = 1 }").GetValue("a");
        Assert.Equal(1, value.ToConfig().GetInt("b"));
        Assert.Equal(1, value.AtKey("x").GetInt("x.b"));
    }
}
