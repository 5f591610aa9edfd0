using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>
/// Given, when, then on a composition of the deciders. A line such as <c>TSingleStepConference B 1 C</c> is a request, its attributes in
/// the order of the contract and calls counted from 1; <c>phone B hangUp</c> an action at a phone. What it causes is a table: one line for
/// each event, see <see cref="Table"/>. Client 1 has registered every DN and has started monitoring, as the reference assumes.
/// </summary>
internal sealed class Scene
{
    private const int TheClient = 1;

    private readonly Dictionary<string, int> _read = [];
    private readonly Dictionary<int, int> _answersRead = [];
    private long _last;

    public Scene(SwitchPlan plan)
    {
        World = new ModelWorld(plan, new OldestFirst());
        foreach (var dn in plan.Columns) Do($"TRegisterAddress {dn}");
        Do("TStartCallMonitoring");
    }

    public ModelWorld World { get; }

    /// <summary>A, B (two lines), C, D and the external X.</summary>
    public static Scene Ordinary(int ringTimeout = 0) => new(Plan(ringTimeout, []));

    /// <summary>The line 60970 of the reference, with members 60970, 60970_2 (and 60970_3), beside the ordinary DNs and 60972.</summary>
    public static Scene SharedLine(int members = 2, int appearances = 1, int ringTimeout = 0) =>
        new(Plan(ringTimeout, [new SharedLinePlan("60970", [.. new[] { "60970", "60970_2", "60970_3" }.Take(members)], appearances)]));

    /// <summary>It is done, whatever it causes; it must not be refused.</summary>
    public Scene Do(params ReadOnlySpan<string> commands)
    {
        foreach (var command in commands)
        {
            Start(command);
            World.Run();
            foreach (var answer in NewAnswers().Select(each => each.Event))
                Assert.True(answer.Event != EventName.EventError, $"{command} was refused: {answer.ErrorCode} {answer.ErrorMessage}");
            Assert.True(OutcomeOf(command) is null or PhoneOutcome.Done, $"{command} was not done: {OutcomeOf(command)}");
            SkipEvents();
        }

        return this;
    }

    /// <summary>It causes exactly these events.</summary>
    public Scene Causes(string command, string table)
    {
        Start(command);
        World.Run();
        Check(table, command);
        Assert.True(OutcomeOf(command) is null or PhoneOutcome.Done, $"{command} was not done: {OutcomeOf(command)}");
        return this;
    }

    /// <summary>All of it is on its way at the same time, and together causes exactly these events.</summary>
    public Scene CausesTogether(ReadOnlySpan<string> commands, string table)
    {
        foreach (var command in commands) Start(command);
        World.Run();
        Check(table, string.Join(" and ", commands.ToArray()));
        return this;
    }

    /// <summary>The request is refused with this code, the action at the phone is not allowed for the same reason; nothing else happens.</summary>
    public Scene Refuses(int code, string command, string? because = null)
    {
        Start(command);
        World.Run();
        Check(command.StartsWith("phone", StringComparison.Ordinal) ? "" : $"client EventError@ ErrorCode={code} Request={command.Split(' ')[0]}", command);
        var why = OutcomeOf(command) is PhoneOutcome.NotAllowed not ? not.Why : World.Heard[TheClient][^1].ErrorMessage!;
        if (OutcomeOf(command) is { } outcome) Assert.Equal(code, Assert.IsType<PhoneOutcome.NotAllowed>(outcome).Code);
        if (because is not null) Assert.Contains(because, why, StringComparison.Ordinal);
        return this;
    }

    /// <summary>So much time passes and causes exactly these events.</summary>
    public Scene Waits(double seconds, string table)
    {
        World.Wait(TimeSpan.FromSeconds(seconds));
        Check(table, $"waiting {seconds} s");
        return this;
    }

    /// <summary>Nothing has happened that no table told of.</summary>
    public Scene Silence(double seconds) => Waits(seconds, "");

    /// <summary>The entity fails while it handles nothing, and that causes exactly these events.</summary>
    public Scene Fails(Entity entity, string table)
    {
        entity.Tell(new Failure(null));
        World.Run();
        Check(table, $"the failure of {entity.Name}");
        return this;
    }

    /// <summary>Sends a request or has a phone act, and runs nothing yet. <c>client2 TQueryAddress A</c> is another client's.</summary>
    public void Start(string command)
    {
        var words = command.Split(' ');
        if (words[0] == "phone") World.Act(++_last, Commands.Phone(words, World));
        else if (words[0].StartsWith("client", StringComparison.Ordinal))
            World.Send(words[0][^1] - '0', Commands.Request(words[1..], World) with { ReferenceID = ++_last });
        else World.Send(TheClient, Commands.Request(words, World) with { ReferenceID = ++_last });
    }

    /// <summary>A request that no line can tell causes exactly these events.</summary>
    public Scene Sends(TRequest request, string table)
    {
        World.Send(TheClient, request with { ReferenceID = request.ReferenceID ?? ++_last });
        World.Run();
        Check(table, request.Request ?? "a request without a name");
        return this;
    }

    /// <summary>What has happened since the last look is exactly this.</summary>
    public void Check(string table, string cause)
    {
        var happened = new List<(string Column, TEvent Event)>();
        foreach (var (column, events) in World.Columns)
        {
            happened.AddRange(events.Skip(_read.GetValueOrDefault(column)).Select(each => (column, Answered(each))));
            _read[column] = events.Count;
        }

        happened.AddRange(NewAnswers().Where(answer => answer.Event.EventSequenceNumber is null).Select(answer => (NameOf(answer.Client), answer.Event)));
        Table.Check(table, happened, World, cause);
    }

    private static SwitchPlan Plan(int ringTimeout, ImmutableArray<SharedLinePlan> lines) => new(
        "spec",
        [.. new[] { "A", "B", "C", "D", "60972" }.Select(number => new DnPlan(number, number == "B" ? 2 : 1, Habits.None))],
        [new ExternalPlan("X", Habits.None)],
        lines,
        TimeSpan.FromSeconds(ringTimeout));

    private PhoneOutcome? OutcomeOf(string command) =>
        command.StartsWith("phone", StringComparison.Ordinal) ? Assert.Single(World.Outcomes[_last]) : null;

    // The column's event as the client heard it, with the ReferenceID where it answers.
    private TEvent Answered(TEvent reported) =>
        World.Heard[TheClient].FirstOrDefault(heard => heard.ReferenceID is not null && heard with { ReferenceID = null } == reported) ?? reported;

    private static string NameOf(int client) => client == TheClient ? "client" : $"client{client}";

    private List<(int Client, TEvent Event)> NewAnswers()
    {
        var answers = new List<(int, TEvent)>();
        foreach (var (client, heard) in World.Heard)
        {
            answers.AddRange(heard.Skip(_answersRead.GetValueOrDefault(client)).Where(each => each.EventSequenceNumber is null || each.ReferenceID is not null).Select(each => (client, each)));
            _answersRead[client] = heard.Count;
        }

        return answers;
    }

    private void SkipEvents()
    {
        foreach (var (column, events) in World.Columns) _read[column] = events.Count;
    }
}
