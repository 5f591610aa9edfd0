using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Files;

public sealed class StepFaultTests
{
    private const string Columns = "A, B, L, L2";
    private const string OneOfThem = "exactly one of request, phone, wait";
    private const string Durations = "a whole number and ms, s, m or h, such as 31s, at most 24h";
    private const string Calls = "$1, $2, ... for the first, second, ... call of the scenario, or 16 lower-case hexadecimal digits";
    private const string Pairs = "an object of strings, integers, objects and lists";
    private const string Quotes = " (a text that looks like something else stands in quotes)";
    private const string Actions = "offHook, dial, answer, hangUp, hold, retrieve, bargeIn";

    [Theory]
    [InlineData("wait", "6:5: a step cannot be 'wait'; allowed: a mapping of request, phone, wait, events")]
    [InlineData("", "6:4: a step cannot be nothing; allowed: a mapping of request, phone, wait, events")]
    [InlineData("{}", "6:5: the step does nothing; allowed: " + OneOfThem)]
    [InlineData("events: {}", "6:5: the step does nothing; allowed: " + OneOfThem)]
    [InlineData("wait: 1s\n    name: x", "7:5: a step has no key 'name'; allowed: request, phone, wait, events")]
    [InlineData("wait: 1s\n    wait: 2s", "7:5: the key 'wait' stands here again, first in line 6; allowed: each key once")]
    [InlineData("request: { TMakeCall: { ThisDN: A, OtherDN: B } }\n    phone: { DN: A, action: hangUp }", "7:5: the step has request and phone; allowed: " + OneOfThem)]
    [InlineData("phone: { DN: A, action: hangUp }\n    wait: 1s", "7:5: the step has phone and wait; allowed: " + OneOfThem)]
    public void A_step_does_exactly_one_thing(string step, string fault) => Assert.Equal([fault], ScenarioText.StepFaults(step));

    [Theory]
    [InlineData("-1s", "wait is negative: -1s")]
    [InlineData("31", "wait cannot be '31'")]
    [InlineData("1.5s", "wait cannot be '1.5s'")]
    [InlineData("1 s", "wait cannot be '1 s'")]
    [InlineData("1S", "wait cannot be '1S'")]
    [InlineData("1d", "wait cannot be '1d'")]
    [InlineData("\"\"", "wait cannot be ''")]
    [InlineData("", "wait cannot be nothing")]
    [InlineData("[1s]", "wait cannot be a list")]
    [InlineData("86401s", "wait is too long: '86401s'")]
    [InlineData("99999999999999999999h", "wait is too long: '99999999999999999999h'")]
    public void A_wait_is_a_duration(string wait, string wrong) =>
        Assert.Equal([$"6:{(wait.Length == 0 ? 10 : 11)}: {wrong}; allowed: {Durations}"], ScenarioText.StepFaults($"wait: {wait}"));

    [Theory]
    [InlineData("TMakeCal: { ThisDN: A }", 16, "T-Library has no request 'TMakeCal'")]
    [InlineData("tMakeCall: {}", 16, "T-Library has no request 'tMakeCall'")]
    [InlineData("\"\": {}", 16, "T-Library has no request ''")]
    public void A_request_that_t_library_does_not_have_is_a_fault(string request, int column, string wrong) =>
        Assert.Equal([$"6:{column}: {wrong}; allowed: {RequestNames.Emulated}"], ScenarioText.StepFaults($"request: {{ {request} }}"));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ TAnswerCall: {}, TReleaseCall: {} }")]
    public void A_request_is_one_name_with_its_attributes(string request) =>
        Assert.EndsWith("; allowed: one request with its attributes, such as { TMakeCall: { ThisDN: \"60972\", OtherDN: \"60970\" } }", Assert.Single(ScenarioText.StepFaults($"request: {request}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("TMakeCall: [A, B]", "6:27: the attributes cannot be a list; allowed: a mapping of attributes, {} for none")]
    [InlineData("TMakeCall: { ThisDn: A }", "6:29: TMakeCall has no attribute 'ThisDn'; allowed: ThisDN, OtherDN, UserData?, ReferenceID?")]
    [InlineData("TMakeCall: { ConnID: $1 }", "6:29: TMakeCall has no attribute 'ConnID'; allowed: ThisDN, OtherDN, UserData?, ReferenceID?")]
    [InlineData("TMakeCall: { Request: TMakeCall }", "6:29: TMakeCall has no attribute 'Request'; allowed: ThisDN, OtherDN, UserData?, ReferenceID?")]
    [InlineData("TStartCallMonitoring: { ThisDN: A }", "6:40: TStartCallMonitoring has no attribute 'ThisDN'; allowed: ReferenceID?")]
    [InlineData("TMakeCall: { ThisDN: C }", "6:37: ThisDN 'C' is no DN of the switch; allowed: " + Columns)]
    [InlineData("TMakeCall: { ThisDN: X }", "6:37: ThisDN 'X' is no DN of the switch, but an external; allowed: " + Columns)]
    [InlineData("TMakeCall: { ThisDN: ~ }", "6:37: ThisDN '~' is no DN of the switch; allowed: " + Columns)]
    [InlineData("TMakeCall: { ThisDN: [A] }", "6:37: ThisDN cannot be a list; allowed: a text")]
    [InlineData("TAgentLogin: { ThisDN: C }", "6:39: ThisDN 'C' is no DN of the switch; allowed: " + Columns)]
    [InlineData("TMakeCall: { OtherDN: {} }", "6:38: OtherDN cannot be a mapping; allowed: a text")]
    [InlineData("TMakeCall: { ReferenceID: x }", "6:42: ReferenceID cannot be 'x'; allowed: an integer")]
    [InlineData("TAnswerCall: { ConnID: $0 }", "6:39: ConnID cannot be '$0'; allowed: " + Calls)]
    [InlineData("TAnswerCall: { ConnID: [$1] }", "6:39: ConnID cannot be a list; allowed: a text")]
    [InlineData("TCompleteTransfer: { OtherConnID: $01 }", "6:50: OtherConnID cannot be '$01'; allowed: " + Calls)]
    [InlineData("TCallSetForward: { ForwardMode: Always }", "6:48: ForwardMode cannot be 'Always'; allowed: Unconditional, OnBusy, OnNoAnswer")]
    [InlineData("TDeletePair: { Key: }", "6:36: Key cannot be nothing; allowed: a text")]
    [InlineData("TMakeCall: { UserData: x }", "6:39: a value of UserData cannot be 'x'; allowed: " + Pairs + Quotes)]
    [InlineData("TMakeCall: { UserData: { A: 1.5 } }", "6:44: a value of UserData cannot be '1.5'; allowed: " + Pairs + Quotes)]
    [InlineData("TMakeCall: { UserData: { A: true } }", "6:44: a value of UserData cannot be 'true'; allowed: " + Pairs + Quotes)]
    [InlineData("TMakeCall: { UserData: { A: ~ } }", "6:44: a value of UserData cannot be '~'; allowed: " + Pairs + Quotes)]
    [InlineData("TMakeCall: { UserData: { A: [1, 99999999999999999999] } }", "6:48: a value of UserData cannot be '99999999999999999999'; allowed: " + Pairs + Quotes)]
    public void A_requests_attributes_are_its_own_and_of_their_kind(string request, string fault) =>
        Assert.Equal([fault], ScenarioText.StepFaults($"request: {{ {request} }}"));

    [Theory]
    [InlineData("hangUp", "6:12: a phone cannot be 'hangUp'; allowed: a mapping of DN, action, number, ConnID")]
    [InlineData("{ action: hangUp }", "6:12: a phone lacks the key 'DN'; allowed: DN, action, number, ConnID")]
    [InlineData("{ DN: A }", "6:12: a phone lacks the key 'action'; allowed: DN, action, number, ConnID")]
    [InlineData("{ DN: C, action: hangUp }", "6:18: DN 'C' is no number of the switch; allowed: A, B, L, L2, X")]
    [InlineData("{ DN: A, action: hangup }", "6:29: there is no action 'hangup'; allowed: " + Actions)]
    [InlineData("{ DN: A, action: }", "6:29: there is no action nothing; allowed: " + Actions)]
    [InlineData("{ DN: A, action: dial }", "6:12: dial lacks the key 'number'; allowed: DN, action, number")]
    [InlineData("{ DN: A, action: hangUp, number: B }", "6:37: hangUp takes no number; allowed: number with dial only")]
    [InlineData("{ DN: A, action: dial, number: B, ConnID: $1 }", "6:46: dial is about no call; allowed: ConnID with answer, hangUp, hold, retrieve, bargeIn")]
    [InlineData("{ DN: A, action: offHook, ConnID: $1 }", "6:38: offHook is about no call; allowed: ConnID with answer, hangUp, hold, retrieve, bargeIn")]
    [InlineData("{ DN: A, action: answer, ConnID: $0 }", "6:45: ConnID cannot be '$0'; allowed: " + Calls)]
    [InlineData("{ DN: A, action: answer, ConnID: 1 }", "6:45: ConnID cannot be '1'; allowed: " + Calls)]
    [InlineData("{ DN: A, action: answer, what: 1 }", "6:37: a phone has no key 'what'; allowed: DN, action, number, ConnID")]
    public void A_phone_action_is_one_that_somebody_can_do_there(string phone, string fault) =>
        Assert.Equal([fault], ScenarioText.StepFaults($"phone: {phone}"));
}
