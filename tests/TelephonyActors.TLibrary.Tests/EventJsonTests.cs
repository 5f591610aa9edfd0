using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace TelephonyActors.TLibrary.Tests;

public sealed class EventJsonTests
{
    private const string ContractExample =
        """{"Event":"EventRinging","EventSequenceNumber":4,"Time":"2026-01-05T09:30:00.000000Z","ConnID":"0070028e1a3c4001","CallUUID":"01RCC3N118B1V0SL8O7GK2LAES00000O","CallID":17,"CallType":"Internal","CallState":"Covered","ThisDN":"60970","ThisDNRole":"Destination","OtherDN":"60972","OtherDNRole":"Origination","Extensions":{"AppearanceIndex":1}}""";

    public static TheoryData<EventName> EveryEvent => new(Enum.GetValues<EventName>());

    public static TheoryData<string> EveryAttribute => new(EventAttributes.Set.All.Select(attribute => attribute.Name));

    /// <summary>An event that has every attribute there is.</summary>
    internal static TEvent Full(EventName name) => new()
    {
        Event = name,
        EventSequenceNumber = long.MaxValue,
        Time = new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero).AddTicks(1_234_560),
        ConnID = new ConnID(0x0070028e1a3c4001),
        PreviousConnID = new ConnID(ulong.MaxValue),
        CallUUID = CallUUID.Of(UInt128.MaxValue),
        CallID = 17,
        CallType = CallType.Consult,
        CallState = CallState.SitInvalidNum,
        Cause = Cause.SingleStepTransfer,
        ThisDN = "60970_2",
        ThisDNRole = DNRole.ConferenceMember,
        OtherDN = "+33#é",
        OtherDNRole = DNRole.NewParty,
        ThirdPartyDN = "*1",
        ThirdPartyDNRole = DNRole.TransferredBy,
        DN = "60972",
        PartyID = 3,
        State = PartyState.ConnectedDialing,
        ANI = "4155550100",
        DNIS = "60970",
        ServiceId = 4026,
        Extensions = KVList.Of(("AppearanceIndex", 1L), ("DND", true), ("Forward", KVList.Of(("Mode", "OnBusy")))),
        UserData = KVList.Of(("Name", "O'Neil <\"é\" & co>\n"), ("List", ImmutableArray.Create<object>("a", 2L, KVList.Empty, ImmutableArray<object>.Empty))),
        Reasons = KVList.Empty,
        ReferenceID = -7,
        ErrorCode = 496,
        ErrorMessage = "ConnID: 名 \U0001F600",
        Request = "TAnswerCall",
    };

    [Fact]
    public void The_example_of_the_contract_is_written_as_it_stands_there()
    {
        var heard = new TEvent
        {
            Event = EventName.EventRinging,
            EventSequenceNumber = 4,
            Time = new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero),
            ConnID = new ConnID(0x0070028e1a3c4001),
            CallUUID = CallUUID.TryParse("01RCC3N118B1V0SL8O7GK2LAES00000O", out var uuid) ? uuid : null,
            CallID = 17,
            CallType = CallType.Internal,
            CallState = CallState.Covered,
            ThisDN = "60970",
            ThisDNRole = DNRole.Destination,
            OtherDN = "60972",
            OtherDNRole = DNRole.Origination,
            Extensions = KVList.Of(("AppearanceIndex", 1L)),
        };

        Assert.Equal(ContractExample, TLibraryJson.Write(heard));
        Assert.Equal(heard, Read(ContractExample));
    }

    [Theory, MemberData(nameof(EveryEvent))]
    public void Every_event_with_every_attribute_comes_back_as_it_was_written(EventName name)
    {
        var full = Full(name);

        Assert.Equal(full, Read(TLibraryJson.Write(full)));
    }

    [Theory, MemberData(nameof(EveryAttribute))]
    public void An_attribute_that_does_not_apply_is_left_out_and_the_others_come_back(string name)
    {
        if (name == "Event") return;
        var without = Full(EventName.EventEstablished);
        typeof(TEvent).GetProperty(name)!.SetValue(without, null);

        var json = TLibraryJson.Write(without);

        Assert.DoesNotContain($"\"{name}\":", json, StringComparison.Ordinal);
        Assert.Equal(without, Read(json));
    }

    [Fact]
    public void The_keys_stand_in_the_order_of_the_attributes_and_each_property_of_an_event_has_one()
    {
        using var json = JsonDocument.Parse(TLibraryJson.Write(Full(EventName.EventError)));
        var keys = json.RootElement.EnumerateObject().Select(pair => pair.Name).ToArray();

        Assert.Equal(EventAttributes.Set.All.Select(attribute => attribute.Name), keys);
        // What it bears of its call stands there attribute by attribute.
        var properties = typeof(TEvent).GetProperties().Select(property => property.Name).Where(name => name != nameof(TEvent.OfCall));
        Assert.Equal(properties.Order(), keys.Order());
    }

    [Fact]
    public void What_it_bears_of_its_call_is_the_same_at_once_or_attribute_by_attribute()
    {
        var one = Full(EventName.EventHeld);

        var other = one with { OfCall = one.OfCall with { ANI = "555" } };

        Assert.Equal("555", other.ANI);
        Assert.NotEqual(one, other);
        Assert.Equal(one with { ANI = "555" }, other);
        object?[] each = [one.ANI, one.CallID, one.CallType, one.CallUUID, one.ConnID, one.DNIS];
        var properties = typeof(CallAttributes).GetProperties().Where(property => !property.GetMethod!.IsStatic).OrderBy(property => property.Name);
        Assert.Equal(each, properties.Select(property => property.GetValue(one.OfCall)));
    }

    [Fact]
    public void An_attributes_value_is_that_of_the_property_of_its_name()
    {
        var full = Full(EventName.EventHeld);

        foreach (var attribute in EventAttributes.Set.All)
            Assert.Equal(typeof(TEvent).GetProperty(attribute.Name)!.GetValue(full), attribute.ValueOf(full));
    }

    [Fact]
    public void Nothing_is_escaped_that_need_not_be_and_all_stands_in_one_line()
    {
        var json = TLibraryJson.Write(Full(EventName.EventHeld));

        Assert.Contains("\"State\":\"Connected+Dialing\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Cause\":\"1stepTransfer\"", json, StringComparison.Ordinal);
        Assert.Contains("\"OtherDN\":\"+33#é\"", json, StringComparison.Ordinal);
        Assert.Contains("""O'Neil <\"é\" & co>\n""", json, StringComparison.Ordinal);
        Assert.Contains("名 ", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', json);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_is_written_in_UTC_with_six_digits_whatever_it_was_given_in()
    {
        var heard = new TEvent
        {
            Event = EventName.EventOnHook,
            Time = new DateTimeOffset(2026, 1, 5, 10, 30, 0, TimeSpan.FromHours(1)).AddTicks(19),
        };

        Assert.Equal("""{"Event":"EventOnHook","Time":"2026-01-05T09:30:00.000001Z"}""", TLibraryJson.Write(heard));
    }

    [Fact]
    public void Bytes_and_text_are_the_same_also_within_a_larger_text()
    {
        var full = Full(EventName.EventRinging);
        var bytes = new ArrayBufferWriter<byte>();
        TLibraryJson.Write(bytes, full);
        var larger = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(larger, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            TLibraryJson.Write(writer, full);
            writer.WriteEndArray();
        }

        Assert.Equal(TLibraryJson.Write(full), Encoding.UTF8.GetString(bytes.WrittenSpan));
        Assert.Equal($"[{TLibraryJson.Write(full)}]", Encoding.UTF8.GetString(larger.WrittenSpan));
    }

    [Fact]
    public void A_line_of_a_run_has_its_place_before_the_event()
    {
        var line = new LoggedEvent { Scenario = "basic", Step = 1, Column = "60972", Event = new() { Event = EventName.EventOffHook } };
        var json = TLibraryJson.Write(line);

        Assert.Equal("""{"Scenario":"basic","Step":1,"Column":"60972","Event":"EventOffHook"}""", json);
        Assert.True(TLibraryJson.TryReadEvent(Encoding.UTF8.GetBytes(json), out LoggedEvent? read, out _));
        Assert.Equal(line, read);
        Assert.False(TLibraryJson.TryReadEvent(Encoding.UTF8.GetBytes(json), out TEvent? _, out var fault));
        Assert.StartsWith("Scenario is no attribute of an event; allowed: Event, EventSequenceNumber, ", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "this is no JSON")]
    [InlineData("[]", "this is no JSON object")]
    [InlineData("""{"Event":"EventHeld"} x""", "this is no JSON: 'x' is invalid")]
    [InlineData("""{"Event":"EventHeld" """, "this is no JSON")]
    [InlineData("{}", "Event is missing; allowed: EventLinkConnected, ")]
    [InlineData("""{"Event":"EventQueued"}""", "Event cannot be \"EventQueued\"; allowed: EventLinkConnected, ")]
    [InlineData("""{"Event":"EventHeld","State":"connected"}""", "State cannot be \"connected\"; allowed: Initiated, Connected+Dialing, ")]
    [InlineData("""{"Event":"EventHeld","State":"OK, Busy"}""", "State cannot be \"OK, Busy\"; allowed: ")]
    [InlineData("""{"Event":"EventHeld","CallState":1}""", "CallState cannot be 1; allowed: OK, Transferred, ")]
    [InlineData("""{"Event":"EventHeld","ConnID":"0070028E1A3C4001"}""", "ConnID cannot be \"0070028E1A3C4001\"; allowed: 16 lower-case")]
    [InlineData("""{"Event":"EventHeld","CallUUID":"x"}""", "CallUUID cannot be \"x\"; allowed: 32 characters")]
    [InlineData("""{"Event":"EventHeld","Time":"2026-01-05T09:30:00Z"}""", "Time cannot be \"2026-01-05T09:30:00Z\"; allowed: a time such as 2026-01-05T09:30:00.000000Z")]
    [InlineData("""{"Event":"EventHeld","PartyID":"1"}""", "PartyID cannot be \"1\"; allowed: an integer")]
    [InlineData("""{"Event":"EventHeld","PartyID":1.5}""", "PartyID cannot be 1.5; allowed: an integer")]
    [InlineData("""{"Event":"EventHeld","ThisDN":null}""", "ThisDN cannot be null; allowed: a string")]
    [InlineData("""{"Event":"EventHeld","ThisDN":"1","ThisDN":"1"}""", "ThisDN stands twice; allowed: once")]
    [InlineData("""{"Event":"EventHeld","thisDN":"1"}""", "thisDN is no attribute of an event; allowed: ")]
    [InlineData("""{"Event":"EventHeld","Extensions":{"A":null}}""", "Extensions cannot be {\"A\":null}; allowed: an object of ")]
    [InlineData("""{"Event":"EventHeld","Extensions":{"A":1,"A":1}}""", "Extensions cannot be ")]
    [InlineData("""{"Event":"EventHeld","UserData":{"A":[1.5]}}""", "UserData cannot be ")]
    [InlineData("""{"Event":"EventHeld","UserData":"A"}""", "UserData cannot be \"A\"")]
    [InlineData("""{"Event":"EventHeld","ThisDN":"\ud800"}""", "this is no JSON: a string is no valid UTF-8")]
    public void What_is_no_event_is_refused_with_what_is_wrong_and_what_is_allowed(string json, string sentence)
    {
        Assert.False(TLibraryJson.TryReadEvent(Encoding.UTF8.GetBytes(json), out TEvent? _, out var fault));
        Assert.StartsWith(sentence, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_says_at_which_byte_it_stands()
    {
        var json = """{"Event":"EventHeld","Step":"x"}"""u8;

        Assert.False(TLibraryJson.TryReadEvent(json, out LoggedEvent? _, out var fault));
        Assert.Equal(json.IndexOf("\"x\""u8), fault.Offset);
    }

    [Fact]
    public void An_escaped_key_is_the_key_it_stands_for() =>
        Assert.Equal("1", Read("""{"\u0045vent":"EventHeld","\u0054\u0068\u0069\u0073\u0044\u004e":"1"}""").ThisDN);

    private static TEvent Read(string json)
    {
        Assert.True(TLibraryJson.TryReadEvent(Encoding.UTF8.GetBytes(json), out TEvent? heard, out var fault), fault);
        return heard;
    }
}
