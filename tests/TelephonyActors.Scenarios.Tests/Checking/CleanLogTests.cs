namespace TelephonyActors.Scenarios.Tests.Checking;

public sealed class CleanLogTests
{
    public static TheoryData<string> EveryFlow => new(Flows.All.Keys);

    [Theory, MemberData(nameof(EveryFlow))]
    public void A_clean_log_is_clean(string flow) => MutableLog.Of(flow).IsClean();

    [Theory, MemberData(nameof(EveryFlow))]
    public void What_is_still_open_when_a_log_ends_with_a_step_violates_nothing(string flow)
    {
        var log = MutableLog.Of(flow);
        for (var step = log.Lines[^1].Step; step > 0; step--)
        {
            log.Lines.RemoveAll(line => line.Step > step);
            log.IsClean();
        }
    }

    [Theory, MemberData(nameof(EveryFlow))]
    public void A_clients_own_log_is_clean_wherever_it_begins_and_ends(string flow)
    {
        var whole = MutableLog.Of(flow).Lines.Select(line => line with { Scenario = null, Step = null, Column = null }).ToList();
        for (var from = 0; from < whole.Count; from++)
        {
            var log = MutableLog.Of(flow);
            log.Lines.Clear();
            log.Lines.AddRange(whole[from..]);
            log.IsClean();
        }
    }

    [Fact]
    public void The_same_scenario_twice_in_one_log_is_two_runs()
    {
        foreach (var flow in Flows.All.Keys)
        {
            var log = MutableLog.Of(flow);
            log.Lines.AddRange(log.Lines.ToList());
            log.IsClean();
        }
    }

    [Fact]
    public void Each_scenario_of_a_log_is_judged_on_its_own()
    {
        var log = MutableLog.Of("basic");
        foreach (var flow in Flows.All.Keys) log.Lines.AddRange(MutableLog.Of(flow).Lines);
        log.IsClean();
    }

    [Fact]
    public void A_recording_without_steps_is_clean_too()
    {
        foreach (var flow in Flows.All.Keys)
        {
            var log = MutableLog.Of(flow);
            for (var at = 0; at < log.Lines.Count; at++) log.Lines[at] = log.Lines[at] with { Step = 0 };
            log.IsClean();
        }
    }
}
