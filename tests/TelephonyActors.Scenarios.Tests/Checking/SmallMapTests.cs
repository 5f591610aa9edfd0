using TelephonyActors.Scenarios.Checking;

namespace TelephonyActors.Scenarios.Tests.Checking;

/// <summary>What a checker keeps of many, mostly few.</summary>
public class SmallMapTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 8)]
    [InlineData(3, 20)]
    public void It_holds_what_a_dictionary_holds(int seed, int most)
    {
        var random = new Random(seed);
        var map = default(SmallMap<string, DnRecord, DnsByNumber>);
        Dictionary<string, DnRecord> expected = [];

        for (var round = 0; round < 2_000; round++)
        {
            var key = $"{random.Next(most)}";
            if (expected.ContainsKey(key) && random.Next(2) == 0)
            {
                map.Remove(key);
                expected.Remove(key);
            }
            else if (!expected.ContainsKey(key))
            {
                map.Add(expected[key] = new DnRecord(key, complete: true));
            }

            Assert.Equal(expected.Count, map.Count);
            for (var at = 0; at < most; at++) Assert.Same(expected.GetValueOrDefault($"{at}"), map.Find($"{at}"));
            var values = 0;
            foreach (var value in map.Values)
            {
                Assert.Same(expected[value.Number], value);
                values++;
            }

            Assert.Equal(expected.Count, values);
        }
    }

    [Fact]
    public void Few_stay_in_their_order()
    {
        var map = default(SmallMap<string, DnRecord, DnsByNumber>);
        foreach (var key in (string[])["a", "b", "c", "d", "e"]) map.Add(new DnRecord(key, complete: true));
        Assert.Equal(["a", "b", "c", "d", "e"], Keys(map.Values));

        map.Remove("a");
        map.Remove("d");
        map.Add(new DnRecord("f", complete: true));
        Assert.Equal(["b", "c", "e", "f"], Keys(map.Values));
    }

    [Fact]
    public void A_leap_of_the_numbers_that_fits_nowhere_is_no_swap()
    {
        var source = new NumberedSource(fromOne: true);
        source.Push(1, 1);
        source.Push(1L << 40, 2);
        Assert.False(source.IsSwapped(2));
        Assert.True(source.BeforeLast < source.Last);
        source.Push((1L << 40) + 2, 3);
        Assert.True(source.IsSwapped((1L << 40) + 1));
    }

    private static List<string> Keys(Few<DnRecord> values)
    {
        List<string> keys = [];
        foreach (var value in values) keys.Add(value.Number);
        return keys;
    }
}
