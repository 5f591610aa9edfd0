using Akka.Configuration;

namespace Akka.Embedded.Tests.Configuration;

/// <summary>What the texts of a configuration mean.</summary>
public class HoconTests
{
    [Theory]
    [InlineData("a.b.c = 1")]
    [InlineData("a { b { c : 1 } }")]
    [InlineData("a { b.c = 1 }")]
    [InlineData("a.b { c = 1 }")]
    [InlineData("a = { b = { c = 1, } }")]
    [InlineData("{ \"a\" : { \"b\" : { \"c\" : 1 } } }")]
    [InlineData("\"a\".\"b\".c = 1")]
    public void A_path_and_nested_objects_are_the_same(string hocon)
        => Assert.Equal(1, ConfigurationFactory.ParseString(hocon).GetInt("a.b.c"));

    [Theory]
    [InlineData("a = hello", "hello")]
    [InlineData("a = \"hello\"", "hello")]
    [InlineData("a = \" hello \"", "hello")]
    [InlineData("a = hello brave world", "hello brave world")]
    [InlineData("a = hello \"brave: \" world", "hello brave:  world")]
    [InlineData("a = \t hello \t , b = 1", "hello")]
    [InlineData("a = null", null)]
    [InlineData("a = \"null\"", null)]
    [InlineData("a = 127.0.0.1", "127.0.0.1")]
    [InlineData("a = \"x\\ty\\n\\\"\\u0041\\\\\"", "x\ty\n\"A\\")]
    [InlineData("a = \"\"\"C:\\dir \"quoted\"\nnext\"\"\"", "C:\\dir \"quoted\"\nnext")]
    [InlineData("a = \"\"", "")]
    public void A_text_is_quoted_or_not_and_trimmed(string hocon, string? expected)
        => Assert.Equal(expected, ConfigurationFactory.ParseString(hocon).GetString("a", "default"));

    [Theory]
    [InlineData("# first\na = 1 # second\n// third\n")]
    [InlineData("a = 1 // second")]
    [InlineData("a = # first\n 1")]
    public void Comments_begin_with_a_hash_or_two_slashes(string hocon)
        => Assert.Equal(1, ConfigurationFactory.ParseString(hocon).GetInt("a"));

    [Theory]
    [InlineData("a = [1, 2, 3]")]
    [InlineData("a = [1, 2, 3, ]")]
    [InlineData("a = [\n 1\n 2 # comment\n 3\n]")]
    [InlineData("a = [1] [2, 3]")]
    [InlineData("b = [1, 2]\na = ${b} [3]")]
    public void Arrays_take_commas_or_lines_and_are_joined(string hocon)
    {
        var config = ConfigurationFactory.ParseString(hocon);
        Assert.Equal([1, 2, 3], config.GetIntList("a"));
        Assert.Equal(["1", "2", "3"], config.GetStringList("a"));
        Assert.Null(config.GetString("a"));
    }

    [Fact]
    public void An_array_of_one_line_without_commas_is_one_text()
        => Assert.Equal(["1 2 3"], ConfigurationFactory.ParseString("a = [1 2 3]").GetStringList("a"));

    [Fact]
    public void Objects_of_the_same_key_are_merged_and_values_replaced()
    {
        var config = ConfigurationFactory.ParseString("""
            a.b { x = 1, y = 2 }
            a.b = { y = 3 }
            a.b.z = 4
            """);
        Assert.Equal(1, config.GetInt("a.b.x"));
        Assert.Equal(3, config.GetInt("a.b.y"));
        Assert.Equal(4, config.GetInt("a.b.z"));
    }

    [Fact]
    public void A_text_replaces_an_object_and_an_object_replaces_a_text()
    {
        var config = ConfigurationFactory.ParseString("a.b = 1\na = null\na.c = 3");
        Assert.Null(config.GetString("a.b"));
        Assert.Equal("3", config.GetString("a.c"));
    }

    [Fact]
    public void Keys_may_hold_blanks_and_quoted_ones_anything()
    {
        var config = ConfigurationFactory.ParseString("a { long key = 1, \"/user/d.ev/*\" { x = 2 } }");
        Assert.Equal(1, config.GetInt("a.long key"));
        Assert.Equal(2, config.GetInt("a.\"/user/d.ev/*\".x"));
        Assert.Equal(["long key", "/user/d.ev/*"], config.GetConfig("a").AsEnumerable().Select(entry => entry.Key));
    }

    [Fact]
    public void A_substitution_stands_for_a_value_anywhere_in_the_text()
    {
        var config = ConfigurationFactory.ParseString("""
            a { text = Hello ${name}, object = ${common}, list = ${all} }
            name = Roger
            common { x = 1 }
            all = [p, q]
            """);
        Assert.Equal("Hello Roger", config.GetString("a.text"));
        Assert.Equal(1, config.GetInt("a.object.x"));
        Assert.Equal(["p", "q"], config.GetStringList("a.list"));
    }

    [Fact]
    public void A_substitution_of_nothing_is_an_error()
        => Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString("a = ${b}"));

    [Fact]
    public void A_substitution_within_quotes_is_text()
        => Assert.Equal("${b}", ConfigurationFactory.ParseString("b = 1\na = \"${b}\"").GetString("a"));

    [Fact]
    public void Plus_is_part_of_a_key()
        => Assert.Equal("1", ConfigurationFactory.ParseString("a += 1").GetString("a +"));

    [Theory]
    [InlineData("a = tcp://host")]
    [InlineData("a = b=c")]
    public void Unquoted_text_with_an_assignment_sign_is_refused(string hocon)
        => Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));

    [Theory]
    [InlineData("a = 1, , b = 2")]
    [InlineData("a { b = 1 }, c = 2")]
    [InlineData("a = \"\\q\"")]
    [InlineData("a =")]
    [InlineData("a /* comment */ = 1")]
    [InlineData("&")]
    public void What_is_no_hocon_is_refused(string hocon)
        => Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString(hocon));

    [Fact]
    public void An_include_is_what_the_callback_gives_for_its_name()
    {
        var config = ConfigurationFactory.ParseString(
            "a { b { x = 0, include \"other\" } }",
            name => ConfigurationFactory.ParseString($"x = 1, y = {name}, z = ${{x}}").ToRoot());
        Assert.Equal("1", config.GetString("a.b.x"));
        Assert.Equal("other", config.GetString("a.b.y"));
        Assert.Equal("1", config.GetString("a.b.z"));
    }

    [Fact]
    public void Include_is_a_key_like_any_other_without_a_quote_behind_it()
        => Assert.Equal(1, ConfigurationFactory.ParseString("a { include = 1 }").GetInt("a.include"));
}
