using System.Globalization;
using System.Text.Json;

namespace TelephonyActors.TLibrary;

/// <summary>An event's JSON, attribute by attribute, in the order of the contract's example (contract, chapters 1 and 4).</summary>
internal static class EventJson
{
    private static readonly TAttribute<LoggedEvent> Scenario = new("Scenario", AttributeKind.Text, static line => line.Scenario);
    private static readonly TAttribute<LoggedEvent> Step = new("Step", AttributeKind.Integer, static line => line.Step);
    private static readonly TAttribute<LoggedEvent> Column = new("Column", AttributeKind.Text, static line => line.Column);

    // The event's own attributes come first, so that each has the same place in this set as in its own.
    private static readonly AttributeSet<LoggedEvent> LineSet = new(
    [
        .. EventAttributes.Set.All.Select(own => new TAttribute<LoggedEvent>(own.Name, own.Kind, line => own.ValueOf(line.Event))),
        Scenario, Step, Column,
    ]);

    public static void Write(Utf8JsonWriter writer, TEvent heard)
    {
        writer.WriteStartObject();
        WriteAttributes(writer, heard);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, LoggedEvent line)
    {
        writer.WriteStartObject();
        if (line.Scenario is { } scenario) writer.WriteString("Scenario"u8, scenario);
        if (line.Step is { } step) writer.WriteNumber("Step"u8, step);
        if (line.Column is { } column) writer.WriteString("Column"u8, column);
        WriteAttributes(writer, line.Event);
        writer.WriteEndObject();
    }

    /// <summary>Reads an event; <paramref name="placed"/>: the keys Scenario, Step and Column are allowed too.</summary>
    public static LoggedEvent? Read(ReadOnlySpan<byte> utf8, bool placed, out ReadingFault? fault)
    {
        var reader = new AttributeReader(placed ? LineSet : EventAttributes.Set);
        reader.Read(utf8);
        fault = FirstFault(reader);
        if (fault is not null) return null;

        return new LoggedEvent
        {
            Scenario = placed ? reader.Object<string>(Scenario) : null,
            Step = placed ? reader.Value<int>(Step) : null,
            Column = placed ? reader.Object<string>(Column) : null,
            Event = EventOf(reader),
        };
    }

    private static ReadingFault? FirstFault(AttributeReader reader)
    {
        if (reader.Foreign is { } foreign && (reader.Fault is null || foreign.Offset < reader.Fault.Offset))
            return new ReadingFault($"{foreign.Key} is no attribute of an event; allowed: {EventAttributes.Set.Names}", foreign.Offset);
        if (reader.Fault is { } fault) return fault;
        return reader.Value<EventName>(EventAttributes.Event) is null
            ? new ReadingFault($"Event is missing; allowed: {EventAttributes.Event.Kind.Allowed}", 0)
            : null;
    }

    private static TEvent EventOf(AttributeReader reader) =>
        new()
        {
            Event = reader.Value<EventName>(EventAttributes.Event).GetValueOrDefault(),
            EventSequenceNumber = reader.Value<long>(EventAttributes.EventSequenceNumber),
            Time = reader.Value<DateTimeOffset>(EventAttributes.Time),
            ConnID = reader.Object<ConnID>(EventAttributes.ConnID),
            PreviousConnID = reader.Object<ConnID>(EventAttributes.PreviousConnID),
            CallUUID = reader.Object<CallUUID>(EventAttributes.CallUUID),
            CallID = reader.Value<int>(EventAttributes.CallID),
            CallType = reader.Value<CallType>(EventAttributes.CallType),
            CallState = reader.Value<CallState>(EventAttributes.CallState),
            Cause = reader.Value<Cause>(EventAttributes.Cause),
            ThisDN = reader.Object<string>(EventAttributes.ThisDN),
            ThisDNRole = reader.Value<DNRole>(EventAttributes.ThisDNRole),
            OtherDN = reader.Object<string>(EventAttributes.OtherDN),
            OtherDNRole = reader.Value<DNRole>(EventAttributes.OtherDNRole),
            ThirdPartyDN = reader.Object<string>(EventAttributes.ThirdPartyDN),
            ThirdPartyDNRole = reader.Value<DNRole>(EventAttributes.ThirdPartyDNRole),
            DN = reader.Object<string>(EventAttributes.DN),
            PartyID = reader.Value<int>(EventAttributes.PartyID),
            State = reader.Value<PartyState>(EventAttributes.State),
            ANI = reader.Object<string>(EventAttributes.ANI),
            DNIS = reader.Object<string>(EventAttributes.DNIS),
            ServiceId = reader.Value<int>(EventAttributes.ServiceId),
            Extensions = reader.Object<KVList>(EventAttributes.Extensions),
            UserData = reader.Object<KVList>(EventAttributes.UserData),
            Reasons = reader.Object<KVList>(EventAttributes.Reasons),
            ReferenceID = reader.Value<long>(EventAttributes.ReferenceID),
            ErrorCode = reader.Value<int>(EventAttributes.ErrorCode),
            ErrorMessage = reader.Object<string>(EventAttributes.ErrorMessage),
            Request = reader.Object<string>(EventAttributes.Request),
        };

    private static void WriteAttributes(Utf8JsonWriter writer, TEvent heard)
    {
        writer.WriteString("Event"u8, Words.Json(heard.Event));
        if (heard.EventSequenceNumber is { } eventSequenceNumber) writer.WriteNumber("EventSequenceNumber"u8, eventSequenceNumber);
        if (heard.Time is { } time) WriteTime(writer, time);
        if (heard.ConnID is { } connID) writer.WriteString("ConnID"u8, connID.ToString());
        if (heard.PreviousConnID is { } previousConnID) writer.WriteString("PreviousConnID"u8, previousConnID.ToString());
        if (heard.CallUUID is { } callUUID) writer.WriteString("CallUUID"u8, callUUID.ToString());
        if (heard.CallID is { } callID) writer.WriteNumber("CallID"u8, callID);
        if (heard.CallType is { } callType) writer.WriteString("CallType"u8, Words.Json(callType));
        if (heard.CallState is { } callState) writer.WriteString("CallState"u8, Words.Json(callState));
        if (heard.Cause is { } cause) writer.WriteString("Cause"u8, Words.Json(cause));
        WriteParties(writer, heard);
        if (heard.ServiceId is { } serviceId) writer.WriteNumber("ServiceId"u8, serviceId);
        WriteList(writer, "Extensions"u8, heard.Extensions);
        WriteList(writer, "UserData"u8, heard.UserData);
        WriteList(writer, "Reasons"u8, heard.Reasons);
        if (heard.ReferenceID is { } referenceID) writer.WriteNumber("ReferenceID"u8, referenceID);
        if (heard.ErrorCode is { } errorCode) writer.WriteNumber("ErrorCode"u8, errorCode);
        if (heard.ErrorMessage is { } errorMessage) writer.WriteString("ErrorMessage"u8, errorMessage);
        if (heard.Request is { } request) writer.WriteString("Request"u8, request);
    }

    private static void WriteParties(Utf8JsonWriter writer, TEvent heard)
    {
        if (heard.ThisDN is { } thisDN) writer.WriteString("ThisDN"u8, thisDN);
        if (heard.ThisDNRole is { } thisDNRole) writer.WriteString("ThisDNRole"u8, Words.Json(thisDNRole));
        if (heard.OtherDN is { } otherDN) writer.WriteString("OtherDN"u8, otherDN);
        if (heard.OtherDNRole is { } otherDNRole) writer.WriteString("OtherDNRole"u8, Words.Json(otherDNRole));
        if (heard.ThirdPartyDN is { } thirdPartyDN) writer.WriteString("ThirdPartyDN"u8, thirdPartyDN);
        if (heard.ThirdPartyDNRole is { } thirdPartyDNRole) writer.WriteString("ThirdPartyDNRole"u8, Words.Json(thirdPartyDNRole));
        if (heard.DN is { } dN) writer.WriteString("DN"u8, dN);
        if (heard.PartyID is { } partyID) writer.WriteNumber("PartyID"u8, partyID);
        if (heard.State is { } state) writer.WriteString("State"u8, Words.Json(state));
        if (heard.ANI is { } aNI) writer.WriteString("ANI"u8, aNI);
        if (heard.DNIS is { } dNIS) writer.WriteString("DNIS"u8, dNIS);
    }

    private static void WriteList(Utf8JsonWriter writer, ReadOnlySpan<byte> name, KVList? list)
    {
        if (list is null) return;
        writer.WritePropertyName(name);
        KVListJson.Write(writer, list);
    }

    private static void WriteTime(Utf8JsonWriter writer, DateTimeOffset time)
    {
        Span<char> text = stackalloc char[27];
        time.UtcDateTime.TryFormat(text, out var length, AttributeKind.TimeFormat, CultureInfo.InvariantCulture);
        writer.WriteString("Time"u8, text[..length]);
    }
}
