using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Checking;

/// <summary>
/// Writes the log of a run from a shorthand of call models' tables. A step is a paragraph; a line of it is a column and its events,
/// '; ' between them: <c>A: OffHook; Dialing! 1 OtherDN=B</c>, in monitoring <c>M: Added 1 A 1 Initiated</c>, or MI of an Inbound call. 1 is the first call;
/// an exclamation mark the answer to the step's request; <c>idx=1</c> the AppearanceIndex.
/// </summary>
internal static class FlowText
{
    public static List<LoggedEvent> Read(string scenario, string text)
    {
        var (lines, numbers, step) = (new List<LoggedEvent>(), new Dictionary<string, long>(), 0);
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            step++;
            foreach (var line in paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var (column, events) = (line[..line.IndexOf(": ", StringComparison.Ordinal)], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
                foreach (var words in events.Split("; "))
                    lines.Add(Line(scenario, step, column, words.Split(' '), numbers));
            }
        }

        return lines;
    }

    private static LoggedEvent Line(string scenario, int step, string column, string[] words, Dictionary<string, long> numbers)
    {
        var answers = words[0].EndsWith('!');
        var heard = column.StartsWith('M') ? Monitoring(words) with { CallType = column == "MI" ? CallType.Inbound : CallType.Internal } : OfDn(column, words);
        if (answers) heard = heard with { ReferenceID = step };
        var isPrivate = heard.Event is EventName.EventError or EventName.EventACK or EventName.EventRegistered or EventName.EventUnregistered;
        if (!isPrivate)
        {
            var source = column.StartsWith('M') ? words[1] : column;
            heard = heard with { EventSequenceNumber = numbers[source] = numbers.GetValueOrDefault(source) + 1 };
        }

        heard = heard with { Time = new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero).AddSeconds(step) };
        return new LoggedEvent { Scenario = scenario, Step = step, Column = column.StartsWith('M') ? "monitoring" : column, Event = heard };
    }

    private static TEvent OfDn(string column, string[] words)
    {
        var heard = new TEvent { Event = Enum.Parse<EventName>("Event" + words[0].TrimEnd('!')), ThisDN = column };
        foreach (var word in words[1..]) heard = With(heard, word);
        return heard.ConnID is null ? heard : heard with { CallType = heard.CallType ?? CallType.Internal };
    }

    private static TEvent With(TEvent heard, string word)
    {
        var (key, value) = word.IndexOf('=') is > 0 and var at ? (word[..at], word[(at + 1)..]) : ("ConnID", word);
        return key switch
        {
            "ConnID" => heard with { ConnID = Call(value) },
            "Previous" => heard with { PreviousConnID = Call(value) },
            "CallType" => heard with { CallType = Enum.Parse<CallType>(value) },
            "CallState" => heard with { CallState = Enum.Parse<CallState>(value) },
            "Role" => heard with { ThisDNRole = Enum.Parse<DNRole>(value) },
            "OtherDN" => heard with { OtherDN = value },
            "By" => heard with { ThirdPartyDN = value },
            "Cause" => heard with { Cause = Words.TryParse<Cause>(value, out var cause) ? cause : null },
            "idx" => heard with { Extensions = KVList.Of(("AppearanceIndex", long.Parse(value, null))) },
            "Error" => heard with { ErrorCode = int.Parse(value, null) },
            "Service" => heard with { ServiceId = int.Parse(value, null) },
            _ => throw new ArgumentException(word),
        };
    }

    private static TEvent Monitoring(string[] words)
    {
        var name = words[0].TrimEnd('!');
        if (name is "ACK" or "Error") return new TEvent { Event = Enum.Parse<EventName>("Event" + name) };
        var heard = new TEvent
        {
            Event = Enum.Parse<EventName>(name is "Created" or "DataChanged" ? $"EventCall{name}"
                : name == "Ended" ? "EventCallDeleted" : $"EventCallParty{name}"),
            ConnID = Call(words[1]),
        };
        if (words.Length <= 2) return heard;
        heard = heard with { DN = words[2], PartyID = int.Parse(words[3], null) };
        if (words.Length > 4) heard = heard with { State = Words.TryParse<PartyState>(words[4], out var state) ? state : null };
        return words.Length > 5 ? heard with { PreviousConnID = Call(words[5]) } : heard;
    }

    private static ConnID Call(string number) => new(0x0070028e1a3c4000 + ulong.Parse(number, null));
}
