using System.Globalization;
using Akka.Configuration;

namespace Akka.Embedded.Tests.Configuration;

/// <summary>How values are read.</summary>
public class ConfigValueTests
{
    [Theory]
    [InlineData("10ms", "00:00:00.010")]
    [InlineData("10", "00:00:00.010")]
    [InlineData("1e3", "00:00:01")]
    [InlineData("5 s", "00:00:05")]
    [InlineData("0.05 s", "00:00:00.050")]
    [InlineData("10 seconds", "00:00:10")]
    [InlineData("1 minute", "00:01:00")]
    [InlineData("2m", "00:02:00")]
    [InlineData("3 hours", "03:00:00")]
    [InlineData("1d", "1.00:00:00")]
    [InlineData("300 micros", "00:00:00.0003")]
    [InlineData("1500 nanos", "00:00:00.0000015")]
    [InlineData("1500 nanos ", "00:00:00.0000015")]
    [InlineData("1.5 ns", "00:00:00")]
    [InlineData("infinite", "-00:00:00.001")]
    [InlineData("Infinite", "-00:00:00.001")]
    public void A_duration_has_a_unit_or_is_in_milliseconds(string text, string expected)
        => Assert.Equal(TimeSpan.Parse(expected, CultureInfo.InvariantCulture), Of(text).GetTimeSpan("a"));

    [Theory]
    [InlineData("-1")]
    [InlineData("-1 s")]
    [InlineData("5 us")]
    [InlineData("5 fortnights")]
    [InlineData("soon")]
    public void What_is_no_duration_is_refused(string text)
        => Assert.Throws<FormatException>(() => Of(text).GetTimeSpan("a"));

    [Fact]
    public void Infinite_is_no_duration_where_it_is_not_allowed()
        => Assert.Throws<FormatException>(() => Of("infinite").GetTimeSpan("a", allowInfinite: false));

    [Theory]
    [InlineData("128", 128L)]
    [InlineData("128b", 128L)]
    [InlineData("128 bytes", 128L)]
    [InlineData("2kB", 2_000L)]
    [InlineData("2k", 2_048L)]
    [InlineData("2KiB", 2_048L)]
    [InlineData("3 MB", 3_000_000L)]
    [InlineData("3 MiB", 3_145_728L)]
    [InlineData("1G", 1_073_741_824L)]
    [InlineData("1 gigabyte", 1_000_000_000L)]
    [InlineData("1T", 1_099_511_627_776L)]
    [InlineData("1P", 1_125_899_906_842_624L)]
    [InlineData("1EB", 1_000_000_000_000_000_000L)]
    public void A_size_has_a_unit_or_is_in_bytes(string text, long expected)
        => Assert.Equal(expected, Of(text).GetByteSize("a"));

    [Theory]
    [InlineData("1 KB")]
    [InlineData("1.5 kB")]
    [InlineData("many")]
    public void What_is_no_size_is_refused(string text)
        => Assert.Throws<FormatException>(() => Of(text).GetByteSize("a"));

    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("off", false)]
    [InlineData("false", false)]
    public void A_switch_is_on_or_off(string text, bool expected) => Assert.Equal(expected, Of(text).GetBoolean("a", !expected));

    [Theory]
    [InlineData("yes")]
    [InlineData("On")]
    [InlineData("1")]
    [InlineData("null")]
    public void Other_words_are_no_switch(string text)
        => Assert.Throws<NotSupportedException>(() => Of(text).GetBoolean("a"));

    [Fact]
    public void Numbers_are_read_alike_everywhere()
    {
        Assert.Equal(1.5, Of("1.5").GetDouble("a"));
        Assert.Equal(-3, Of("-3").GetInt("a"));
        Assert.Equal(5_000_000_000, Of("5000000000").GetLong("a"));
        Assert.Throws<OverflowException>(() => Of("5000000000").GetInt("a"));
        Assert.Throws<FormatException>(() => Of("one").GetInt("a"));
    }

    [Fact]
    public void What_is_not_there_has_its_default()
    {
        var config = Of("1");
        Assert.False(config.HasPath("b"));
        Assert.Null(config.GetString("b"));
        Assert.Equal("x", config.GetString("b", "x"));
        Assert.Equal("x", config.GetString("a.b", "x"));
        Assert.Equal(7, config.GetInt("b", 7));
        Assert.Equal(7, config.GetLong("b", 7));
        Assert.Equal(7, config.GetDouble("b", 7));
        Assert.True(config.GetBoolean("b", true));
        Assert.Equal(TimeSpan.Zero, config.GetTimeSpan("b"));
        Assert.Equal(TimeSpan.FromDays(1), config.GetTimeSpan("b", TimeSpan.FromDays(1)));
        Assert.Null(config.GetByteSize("b"));
        Assert.Equal(7, config.GetByteSize("b", 7));
        Assert.Empty(config.GetStringList("b"));
        Assert.Equal(["x"], config.GetStringList("b", ["x"]));
        Assert.Null(config.GetConfig("b"));
        Assert.Null(config.GetValue("b"));
    }

    [Fact]
    public void Null_is_there()
    {
        Assert.True(Of("null").HasPath("a"));
        Assert.Null(Of("null").GetString("a", "default"));
    }

    [Fact]
    public void A_text_and_an_object_are_no_list()
    {
        Assert.Empty(Of("x").GetStringList("a"));
        Assert.Empty(Of("{ b = 1 }").GetStringList("a"));
    }

    private static Config Of(string value) => ConfigurationFactory.ParseString("a = " + value);
}
