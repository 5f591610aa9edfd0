using TelephonyActors.CallModel.Plan;
using TelephonyActors.CallModel.Tests.Specs;
using TelephonyActors.CallModel.Tests.World;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>
/// call models 8, An entity that fails: whichever entity it is and whichever message it fails at, while somebody dials, answers, seizes,
/// holds, barges in or makes two calls one, all invariants hold and every request has one answer.
/// </summary>
public sealed class FailureMomentsTests
{
    private static readonly SwitchPlan Plan = new(
        "moments",
        [.. new[] { "A", "B", "C" }.Select(number => new DnPlan(number, 2, Habits.None))],
        [new ExternalPlan("X", Habits.None)],
        [new SharedLinePlan("L", ["L", "L2", "L3"], 2)],
        TimeSpan.FromSeconds(20));

    [Theory]
    [InlineData("", "TMakeCall A B")]
    [InlineData("", "TMakeCall A L")]
    [InlineData("", "TMakeCall L2 A")]
    [InlineData("", "TMakeCall A X")]
    [InlineData("", "phone L offHook")]
    [InlineData("phone L offHook", "phone L dial A")]
    [InlineData("phone L offHook", "phone L hangUp")]
    [InlineData("TMakeCall A B", "TAnswerCall B 1")]
    [InlineData("TMakeCall A L", "TAnswerCall L2 1")]
    [InlineData("TMakeCall A L", "TReleaseCall A 1")]
    [InlineData("TMakeCall A B;TAnswerCall B 1", "THoldCall B 1")]
    [InlineData("TMakeCall A B;TAnswerCall B 1", "TSingleStepConference B 1 L")]
    [InlineData("TMakeCall A L;TAnswerCall L 1", "TSingleStepConference A 1 L")]
    [InlineData("TMakeCall A B;TAnswerCall B 1;TSingleStepConference B 1 L", "TAnswerCall L 1")]
    [InlineData("TMakeCall A B;TAnswerCall B 1", "TInitiateConference B 1 C")]
    [InlineData("TMakeCall A B;TAnswerCall B 1;TInitiateConference B 1 C;TAnswerCall C 2", "TCompleteConference B 1 2")]
    [InlineData("TMakeCall A L;TAnswerCall L 1;TInitiateConference L 1 C;TAnswerCall C 2;TSingleStepConference C 2 X", "TCompleteConference L 1 2")]
    [InlineData("TMakeCall A B;TAnswerCall B 1;TInitiateConference A 1 L;TAnswerCall L2 2", "TCompleteConference A 1 2")]
    [InlineData("TMakeCall A L;TAnswerCall L 1;THoldCall L 1", "TRetrieveCall L2 1")]
    [InlineData("TMakeCall A L;TAnswerCall L 1;THoldCall L 1", "phone L2 retrieve")]
    [InlineData("TMakeCall A L;TAnswerCall L 1", "TSingleStepConference L2 1 L2")]
    [InlineData("TMakeCall A L;TAnswerCall L 1", "phone L3 bargeIn")]
    [InlineData("TMakeCall A B;TAnswerCall B 1;TSingleStepConference B 1 C;TAnswerCall C 1", "TDeleteFromConference A 1 B")]
    public void An_entity_may_fail_at_any_moment(string given, string when)
    {
        for (var victim = 0; ; victim++)
        {
            for (var moment = 0; ; moment++)
            {
                var outcome = Play(given, when, victim, moment);
                if (outcome == Outcome.NoSuchEntity) return;
                if (outcome == Outcome.OverBefore) break;
            }
        }
    }

    private static Outcome Play(string given, string when, int victim, int moment)
    {
        var world = new ModelWorld(Plan, new OldestFirst());
        var (invariants, answers) = (new Invariants(world), new Answers());
        var number = 0L;
        string[] commands = [.. Plan.Columns.Select(dn => $"TRegisterAddress {dn}"), "TStartCallMonitoring", .. given.Split(';', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var command in commands)
        {
            Start(world, answers, command, ++number);
            world.Run();
        }

        Start(world, answers, when, ++number);
        for (; moment > 0; moment--)
        {
            if (world.AtRest) return Outcome.OverBefore;
            world.Turn();
        }

        Entity[] entities = [.. world.Lines.Values, .. world.Dns.Values, .. world.CallEntities];
        // A call that does not exist yet may be the victim later on.
        if (victim >= entities.Length) return victim < world.Lines.Count + world.Dns.Count + 3 && !world.AtRest ? Outcome.Failed : Outcome.NoSuchEntity;

        entities[victim].FailOnNext();
        try
        {
            world.Run();
            invariants.CheckAtRest();
            answers.Check(world);
            HangUpAll(world, answers, number);
            invariants.CheckAtRest();
            answers.Check(world);
            invariants.CheckNothingIsLeft();
        }
        catch (InvariantBroken broken)
        {
            Assert.Fail($"{when}, {entities[victim].Name} fails: {broken.Message}");
        }

        return Outcome.Failed;
    }

    private static void Start(ModelWorld world, Answers answers, string command, long number)
    {
        var words = command.Split(' ');
        if (words[0] == "phone")
        {
            var act = Commands.Phone(words, world);
            answers.Acted(number, act);
            world.Act(number, act);
        }
        else
        {
            var request = Commands.Request(words, world) with { ReferenceID = number };
            answers.Sent(1, request);
            world.Send(1, request);
        }
    }

    private static void HangUpAll(ModelWorld world, Answers answers, long number)
    {
        EverybodyHangsUp.NobodyFailsAnyMore(world);
        for (var rounds = 0; rounds < 5; rounds++)
        {
            foreach (var act in EverybodyHangsUp.In(world))
            {
                answers.Acted(++number, act);
                world.Act(number, act);
            }

            world.Wait(TimeSpan.FromSeconds(60));
        }
    }

    private enum Outcome
    {
        Failed,
        OverBefore,
        NoSuchEntity,
    }
}
