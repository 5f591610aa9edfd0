using System.Text;
using TelephonyActors.Scenarios.Checking;

namespace TelephonyActors.Scenarios.Tests.Checking;

/// <summary>Logs that are no runs: a client's own, with its requests, and files that are no logs at all.</summary>
public sealed class ClientLogTests : IDisposable
{
    private const string Call = """
        {"Event":"EventLinkConnected"}
        {"Request":"TRegisterAddress","ReferenceID":1,"ThisDN":"A"}
        {"Event":"EventRegistered","ThisDN":"A","Extensions":{"Calls":[],"DND":false},"ReferenceID":1}
        {"Request":"TMakeCall","ReferenceID":2,"ThisDN":"A","OtherDN":"B"}
        {"Event":"EventOffHook","EventSequenceNumber":7,"ThisDN":"A"}
        {"Event":"EventDialing","EventSequenceNumber":8,"ConnID":"0000000000000001","ThisDN":"A","OtherDN":"B","ReferenceID":2}
        {"Request":"TReleaseCall","ReferenceID":3,"ThisDN":"A","ConnID":"0000000000000001"}
        {"Event":"EventReleased","EventSequenceNumber":9,"ConnID":"0000000000000001","ThisDN":"A","ReferenceID":3}
        """;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_clients_own_log_with_its_requests_is_clean() => Assert.Equal((0, "", true), Check(Call));

    [Theory]
    [InlineData(3, 8, "EventRegistered bears ReferenceID 1, but no request of it is waiting for an answer")]
    [InlineData(6, 8, "EventDialing bears ReferenceID 2, but no request of it is waiting for an answer")]
    [InlineData(8, 2, "EventReleased of DN A in 0000000000000001: it has left already")]
    public void A_doubled_answer_is_found(int line, int invariant, string sentence)
    {
        var lines = Call.ReplaceLineEndings("\n").Split('\n').ToList();
        lines.Insert(line, lines[line - 1]);

        var (exit, output, _) = Check(string.Join('\n', lines));

        Assert.Equal(1, exit);
        Assert.Contains($"{_file}:{line + 1}: invariant {invariant}: {sentence}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_requests_at_once_each_has_its_answer()
    {
        var requests = Enumerable.Range(1, 20).Select(number => $$"""{"Request":"TRegisterAddress","ReferenceID":{{number}},"ThisDN":"{{number}}"}""");
        var answers = Enumerable.Range(1, 20).Select(number => $$"""{"Event":"EventRegistered","ThisDN":"{{number}}","ReferenceID":{{number}}}""").ToList();
        var log = string.Join('\n', requests.Concat(answers));

        Assert.Equal((0, "", true), Check(log));
        Assert.Contains(
            ":41: invariant 8: EventRegistered bears ReferenceID 7, but no request of it is waiting for an answer",
            Check(log + "\n" + answers[6]).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_to_another_request_is_found() => Assert.Contains(
        ":6: invariant 8: EventDialing of DN A is no answer to TAnswerCall of DN A, ReferenceID 2",
        Check(Call.Replace("\"TMakeCall\",\"ReferenceID\":2,\"ThisDN\":\"A\",\"OtherDN\":\"B\"", "\"TAnswerCall\",\"ReferenceID\":2,\"ThisDN\":\"A\",\"ConnID\":\"0000000000000001\"", StringComparison.Ordinal)).Output,
        StringComparison.Ordinal);

    [Fact]
    public void A_DN_registered_within_a_call_is_in_it()
    {
        const string within = """
            {"Event":"EventRegistered","ThisDN":"A","Extensions":{"Calls":[{"ConnID":"0000000000000001","State":"Held","CallType":"Internal"}],"DND":false},"ReferenceID":1}
            {"Event":"EventRetrieved","EventSequenceNumber":17,"ConnID":"0000000000000001","ThisDN":"A"}
            {"Event":"EventReleased","EventSequenceNumber":18,"ConnID":"0000000000000001","ThisDN":"A"}
            """;
        Assert.Equal(0, Check(within).Exit);
        Assert.Contains(
            ":2: invariant 3: EventRetrieved of DN A in 0000000000000002: it is not in this call",
            Check(within.Replace("01\",\"ThisDN", "02\",\"ThisDN", StringComparison.Ordinal)).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello", "1:1: this is no JSON")]
    [InlineData("{\"Event\":\"EventOffHook\"", "1:2")]
    [InlineData("{\"Event\":\"EventLinkConnected\"}\n\n", "2:1: this is no JSON")]
    [InlineData("{\"Event\":\"EventLinkConnected\"}\n{\"Event\":\"EventHeld\",\"CallState\":\"Fine\"}", "2:34: CallState cannot be \"Fine\"; allowed: OK, ")]
    [InlineData("{\"Event\":\"EventHeld\",\"Colour\":\"red\"}", "1:22: Colour is no attribute of an event; allowed: ")]
    [InlineData("{\"Step\":1,\"Event\":\"EventLinkConnected\"}", "1:1: one of Scenario, Step and Column is missing; allowed: ")]
    [InlineData("{\"ThisDN\":\"A\"}", "1:1: Event is missing; allowed: ")]
    public void What_is_no_log_is_bad_input_at_its_line_and_column(string log, string sentence)
    {
        var (exit, output, error) = Run(log, _file);

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith($"{_file}:{sentence}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_bad_input()
    {
        var (exit, _, error) = Run("", _file, _file + ".missing");

        Assert.Equal(2, exit);
        Assert.StartsWith($"{_file}.missing: there is no such file; allowed: ", error, StringComparison.Ordinal);
    }

    private (int Exit, string Output, bool Summary) Check(string log)
    {
        var (exit, output, error) = Run(log, _file);
        return (exit, output, error.Contains(" events checked, ", StringComparison.Ordinal));
    }

    private (int Exit, string Output, string Error) Run(string log, params string[] paths)
    {
        File.WriteAllText(_file, log, new UTF8Encoding(false));
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        return (CheckFiles.Run(paths, output, error), output.ToString(), error.ToString());
    }
}
