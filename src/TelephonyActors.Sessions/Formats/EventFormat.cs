using System.Text.Json;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Formats;

/// <summary>
/// An event on the wire: which attributes differ from what can be expected (the scope's base event; what the header of its call says),
/// and their values. A bit of the first number for each, the lowest for whether some of them are absent, which a second number tells.
/// </summary>
internal sealed class EventFormat : Codec<TEvent>
{
    /// <summary>The bits of ConnID and of what a call's header tells follow each other; ConnID is first, as it tells the call.</summary>
    private const int NameBit = 1;
    private const int ConnIDBit = 2;
    private const int FirstOfHeader = 3;
    private const int LastOfHeader = 7;
    private const ulong HeaderBits = (1ul << (LastOfHeader + 1)) - (1ul << FirstOfHeader);

    private static readonly Action<TEvent, CallAttributes> SetCall = EventField.SetterOf<CallAttributes>(nameof(TEvent.OfCall));

    // The place is the bit; new attributes are added at the end.
    private static readonly EventField[] Fields =
    [
        null!,
        new NameField(Vocabulary.EventName),
        new ObjectField<ConnID>(nameof(TEvent.ConnID), Codecs.ConnID),
        new ObjectField<CallUUID>(nameof(TEvent.CallUUID), CallUUIDFormat.Instance, static h => h.CallUUID),
        new ValueField<int>(nameof(TEvent.CallID), Codecs.Int, static h => h.CallID),
        new ValueField<CallType>(nameof(TEvent.CallType), Vocabulary.CallType, static h => h.CallType),
        new ObjectField<string>(nameof(TEvent.ANI), Codecs.Text, static h => h.ANI),
        new ObjectField<string>(nameof(TEvent.DNIS), Codecs.Text, static h => h.DNIS),
        new ValueField<long>(nameof(TEvent.EventSequenceNumber), Codecs.Long),
        new ValueField<DateTimeOffset>(nameof(TEvent.Time), new EventTime()),
        new ObjectField<string>(nameof(TEvent.ThisDN), Codecs.Text),
        new ValueField<DNRole>(nameof(TEvent.ThisDNRole), Vocabulary.Role),
        new ObjectField<string>(nameof(TEvent.OtherDN), Codecs.Text),
        new ValueField<DNRole>(nameof(TEvent.OtherDNRole), Vocabulary.Role),
        new ValueField<CallState>(nameof(TEvent.CallState), Vocabulary.CallState),
        new ObjectField<KVList>(nameof(TEvent.Extensions), ListFormat.Instance),
        new ObjectField<KVList>(nameof(TEvent.UserData), ListFormat.Instance),
        new ObjectField<ConnID>(nameof(TEvent.PreviousConnID), Codecs.ConnID),
        new ObjectField<string>(nameof(TEvent.ThirdPartyDN), Codecs.Text),
        new ValueField<DNRole>(nameof(TEvent.ThirdPartyDNRole), Vocabulary.Role),
        new ValueField<Cause>(nameof(TEvent.Cause), Vocabulary.Cause),
        new ObjectField<string>(nameof(TEvent.DN), Codecs.Text),
        new ValueField<int>(nameof(TEvent.PartyID), Codecs.Int),
        new ValueField<PartyState>(nameof(TEvent.State), Vocabulary.PartyState),
        new ValueField<int>(nameof(TEvent.ServiceId), Codecs.Int),
        new ObjectField<KVList>(nameof(TEvent.Reasons), ListFormat.Instance),
        new ValueField<long>(nameof(TEvent.ReferenceID), Codecs.Long),
        new ValueField<int>(nameof(TEvent.ErrorCode), Codecs.Int),
        new ObjectField<string>(nameof(TEvent.ErrorMessage), Codecs.Text),
        new ObjectField<string>(nameof(TEvent.Request), Codecs.Text),
    ];

    // An event without attributes.
    private static readonly TEvent Nothing = new() { Event = EventName.EventError };

    public static EventFormat Instance { get; } = new();

    public override void Write(WireWriter to, TEvent value)
    {
        var scope = to.Scope;
        var like = scope.Base;
        var changed = ReferenceEquals(value, like) ? 0 : Changed(value, like, scope.HeaderOf(value.ConnID)?.Attributes);
        ulong absent = 0;
        for (var left = changed; left != 0; left &= left - 1)
        {
            var bit = System.Numerics.BitOperations.TrailingZeroCount(left);
            if (Fields[bit].IsAbsent(value)) absent |= 1ul << bit;
        }

        to.Unsigned(absent == 0 ? changed : changed | 1);
        if (absent != 0) to.Unsigned(absent);
        for (var left = changed & ~absent; left != 0; left &= left - 1) Fields[System.Numerics.BitOperations.TrailingZeroCount(left)].Write(to, value);
        scope.Base ??= value;
    }

    public override TEvent Read(WireReader from)
    {
        var scope = from.Scope;
        var changed = from.Unsigned();
        var absent = (changed & 1) != 0 ? from.Unsigned() : 0;
        if (changed >> Fields.Length != 0) throw new DamagedRecordException("an event in it has an attribute that is not known");

        var like = scope.Base;
        if (changed == 0 && like is not null) return like;
        var read = (like ?? Nothing) with { };
        for (var bit = 1; bit < Fields.Length; bit++)
        {
            if ((changed >> bit & 1) != 0)
            {
                if ((absent >> bit & 1) != 0) Fields[bit].Clear(read);
                else Fields[bit].Read(from, read);
            }

            if (bit == ConnIDBit) Expect(read, scope, like);
        }

        scope.Base ??= read;
        return read;
    }

    public override void WriteJson(Utf8JsonWriter to, TEvent value) => TLibraryJson.Write(to, value);

    public override TEvent ReadJson(JsonElement from)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(from.GetRawText());
        return TLibraryJson.TryReadEvent(bytes, out TEvent? read, out string? fault) ? read : throw new DamagedRecordException(fault);
    }

    public override bool Same(TEvent left, TEvent right) => ReferenceEquals(left, right) || EventDifference.Of(left, right) == 0;

    // What a call's header tells is that; without one, what the base event tells of the same call; of another call nothing.
    private static ulong Changed(TEvent value, TEvent? like, CallAttributes? call)
    {
        var changed = EventDifference.Of(value, like ?? Nothing);
        if (like is null) changed |= 1ul << NameBit;
        if (call is null && value.ConnID == like?.ConnID) return changed;
        changed &= ~HeaderBits;
        if (ReferenceEquals(value.OfCall, call)) return changed;
        for (var bit = FirstOfHeader; bit <= LastOfHeader; bit++)
            if (!Fields[bit].Same(value, call ?? CallAttributes.None)) changed |= 1ul << bit;
        return changed;
    }

    private static void Expect(TEvent read, WireScope scope, TEvent? like)
    {
        if (scope.HeaderOf(read.ConnID) is { } header) SetCall(read, header.Attributes);
        else if (!Fields[ConnIDBit].Same(read, like)) SetCall(read, CallAttributes.None with { ConnID = read.ConnID });
    }

    /// <summary>The time of an event, as its distance from the record's; what counts of it is what its JSON says, microseconds.</summary>
    private sealed class EventTime : Codec<DateTimeOffset>
    {
        public override void Write(WireWriter to, DateTimeOffset value) =>
            to.Signed(Same(value, to.Scope.Time) ? 0 : value.UtcTicks - to.Scope.Time.UtcTicks);

        public override DateTimeOffset Read(WireReader from) => Codecs.Moment.Read(from);

        public override void WriteJson(Utf8JsonWriter to, DateTimeOffset value) => Codecs.Moment.WriteJson(to, value);

        public override DateTimeOffset ReadJson(JsonElement from) => Codecs.Moment.ReadJson(from);

        public override bool Same(DateTimeOffset left, DateTimeOffset right) =>
            left.UtcTicks / TimeSpan.TicksPerMicrosecond == right.UtcTicks / TimeSpan.TicksPerMicrosecond;
    }
}
