namespace TelephonyActors.Scenarios.Tests.Files;

public sealed class SwitchFaultTests
{
    private const string Durations = "a whole number and ms, s, m or h, such as 31s, at most 24h";
    private const string Digits = "1 to 32 of 0-9 A-Z a-z _ * # + . -";
    private const string Once = "each number once in dns, externals and members";

    [Theory]
    [InlineData("dns: A", "2:8: dns cannot be 'A'; allowed: a list, [] for none")]
    [InlineData("dns:", "2:7: dns cannot be nothing; allowed: a list, [] for none")]
    [InlineData("dns: { A: 1 }", "2:8: dns cannot be a mapping; allowed: a list, [] for none")]
    [InlineData("dns: [[A]]", "2:9: a DN cannot be a list; allowed: " + Digits)]
    [InlineData("dns: [\"\"]", "2:9: a DN cannot be ''; allowed: " + Digits)]
    [InlineData("dns: [~]", "2:9: a DN cannot be '~'; allowed: " + Digits)]
    [InlineData("dns: [A B]", "2:9: a DN cannot be 'A B'; allowed: " + Digits)]
    [InlineData("dns: [é]", "2:9: a DN cannot be 'é'; allowed: " + Digits)]
    [InlineData("dns: [\"A\\n\"]", "2:9: a DN cannot be 'A\\u000a'; allowed: " + Digits)]
    [InlineData("dns: [123456789012345678901234567890123]", "2:9: a DN cannot be '123456789012345678901234567890123'; allowed: " + Digits)]
    [InlineData("dns: [{ lines: 2 }]", "2:9: a DN lacks the key 'number'; allowed: number, lines, answerAfter, hangUpAfter, rejects")]
    [InlineData("dns: [{ number: A, line: 2 }]", "2:22: a DN has no key 'line'; allowed: number, lines, answerAfter, hangUpAfter, rejects")]
    [InlineData("dns: [{ number: A, lines: 0 }]", "2:29: lines cannot be '0'; allowed: 1 to 1000")]
    [InlineData("dns: [{ number: A, lines: 1001 }]", "2:29: lines cannot be '1001'; allowed: 1 to 1000")]
    [InlineData("dns: [{ number: A, lines: two }]", "2:29: lines cannot be 'two'; allowed: 1 to 1000")]
    [InlineData("dns: [{ number: A, lines: 1.0 }]", "2:29: lines cannot be '1.0'; allowed: 1 to 1000")]
    [InlineData("dns: [{ number: A, lines: 99999999999 }]", "2:29: lines cannot be '99999999999'; allowed: 1 to 1000")]
    [InlineData("dns: [{ number: A, answerAfter: 2 }]", "2:35: answerAfter cannot be '2'; allowed: " + Durations)]
    [InlineData("dns: [{ number: A, hangUpAfter: -2s }]", "2:35: hangUpAfter is negative: -2s; allowed: " + Durations)]
    [InlineData("dns: [{ number: A, rejects: yes }]", "2:31: rejects cannot be 'yes'; allowed: true, false")]
    [InlineData("dns: [{ number: A, rejects: \"true\" }]", "2:31: rejects cannot be 'true'; allowed: true, false")]
    [InlineData("dns: [A, A]", "2:12: the number 'A' is given twice, first at 2:9; allowed: " + Once)]
    [InlineData("dns: [A, \"A\"]", "2:12: the number 'A' is given twice, first at 2:9; allowed: " + Once)]
    [InlineData("dns: [monitoring]", "2:9: a DN cannot be 'monitoring', which is the column of call monitoring; allowed: another number")]
    [InlineData("dns: [A]\n  externals: [A]", "3:15: the number 'A' is given twice, first at 2:9; allowed: " + Once)]
    [InlineData("externals: [{ number: X, lines: 2 }]", "2:28: an external has no key 'lines'; allowed: number, answerAfter, hangUpAfter, rejects")]
    [InlineData("externals: [X Y]", "2:15: an external cannot be 'X Y'; allowed: " + Digits)]
    [InlineData("sharedLines: [L]", "2:17: a shared line cannot be 'L'; allowed: a mapping of number, members, appearances")]
    [InlineData("sharedLines: [{ number: L }]", "2:17: a shared line lacks the key 'members'; allowed: number, members, appearances")]
    [InlineData("sharedLines: [{ members: [L] }]", "2:17: a shared line lacks the key 'number'; allowed: number, members, appearances")]
    [InlineData("sharedLines: [{ number: L, members: [] }]", "2:39: members cannot be an empty list; allowed: a list of numbers, the line's own first")]
    [InlineData("sharedLines: [{ number: L, members: L }]", "2:39: members cannot be 'L'; allowed: a list of numbers, the line's own first")]
    [InlineData("sharedLines: [{ number: L, members: [L, L] }]", "2:43: the number 'L' is given twice, first at 2:40; allowed: " + Once)]
    [InlineData("sharedLines: [{ number: L, members: [M, L] }]", "2:27: the line's number 'L' is not its first member 'M'; allowed: the number of the first member")]
    [InlineData("sharedLines: [{ number: L, members: [L], appearances: 0 }]", "2:57: appearances cannot be '0'; allowed: 1 to 1000")]
    [InlineData("sharedLines: [{ number: L, members: [L], appearances: -1 }]", "2:57: appearances cannot be '-1'; allowed: 1 to 1000")]
    [InlineData("sharedLines: [{ number: L, members: [L] }, { number: M, members: [M, L] }]", "2:72: the number 'L' is given twice, first at 2:40; allowed: " + Once)]
    [InlineData("dns: [M]\n  sharedLines: [{ number: L, members: [L, M] }]", "3:43: the number 'M' is given twice, first at 2:9; allowed: " + Once)]
    [InlineData("ringTimeout: 30", "2:16: ringTimeout cannot be '30'; allowed: " + Durations)]
    [InlineData("ringTimeout: 25h", "2:16: ringTimeout is too long: '25h'; allowed: " + Durations)]
    [InlineData("ringTimeOut: 30s", "2:3: the switch has no key 'ringTimeOut'; allowed: dns, externals, sharedLines, ringTimeout")]
    [InlineData("name: S", "2:3: the switch has no key 'name'; allowed: dns, externals, sharedLines, ringTimeout")]
    public void A_switch_that_is_not_in_order_is_a_fault_where_it_is_not(string inside, string fault) =>
        Assert.Equal([fault], ScenarioText.Faults($"switch:\n  {inside}\nsteps: []\n"));

    [Fact]
    public void All_faults_are_told_at_once_from_the_top_down() =>
        Assert.Equal(
            [
                "1:23: a DN cannot be ''; allowed: " + Digits,
                "1:57: appearances cannot be 'x'; allowed: 1 to 1000",
                "2:1: a scenario has no key 'stages'; allowed: name, switch, steps",
                "3:17: wait is negative: -1s; allowed: " + Durations,
            ],
            ScenarioText.Faults("switch: { dns: [A, B, \"\"], sharedLines: [{ appearances: x, number: L, members: [L] }] }\nstages: []\nsteps: [{ wait: -1s }]"));
}
