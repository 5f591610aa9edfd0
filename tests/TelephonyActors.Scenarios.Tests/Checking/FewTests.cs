using TelephonyActors.Scenarios.Checking;

namespace TelephonyActors.Scenarios.Tests.Checking;

public class FewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_holds_what_a_list_holds_in_the_same_order(int seed)
    {
        var random = new Random(seed);
        var few = default(Few<object>);
        List<object> list = [];

        for (var round = 0; round < 2_000; round++)
        {
            switch (random.Next(list.Count < 5 ? 3 : 2))
            {
                case 0 when list.Count > 0:
                    var at = random.Next(list.Count);
                    few.RemoveAt(at);
                    list.RemoveAt(at);
                    break;
                case 1 when list.Count > 0:
                    var item = list[random.Next(list.Count)];
                    few.Remove(item);
                    list.Remove(item);
                    break;
                default:
                    object added = round;
                    few.Add(added);
                    list.Add(added);
                    break;
            }

            Assert.Equal(list, Items(few));
        }
    }

    [Fact]
    public void A_copy_keeps_what_was_there()
    {
        var few = default(Few<object>);
        object[] items = ["a", "b", "c", "d"];
        foreach (var item in items) few.Add(item);

        var copy = few.Copy();
        few.RemoveAt(0);
        few.Remove("d");

        Assert.Equal(items, Items(copy));
    }

    private static List<object> Items(Few<object> few)
    {
        List<object> items = [];
        foreach (var item in few) items.Add(item);
        return items;
    }
}
