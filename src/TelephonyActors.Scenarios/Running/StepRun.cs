using System.Collections.Immutable;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Running;

/// <summary>What came of a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Steps">Those that ran, in order.</param>
/// <param name="Calls">The calls it created.</param>
/// <param name="Faults">What ended it before its last step: an unbound <c>$n</c>, two fitting calls. Empty as a rule, else one.</param>
public sealed record ScenarioRun(Scenario Scenario, ImmutableArray<StepRun> Steps, CallNumbers Calls, ImmutableArray<Fault> Faults)
{
    public IEnumerable<Difference> Differences => Steps.SelectMany(step => step.Differences);
}

/// <summary>What came of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Columns">Every column of the switch in order, silent ones too.</param>
/// <param name="Differences">What is not as the step demands; empty where all is well, or nothing was demanded.</param>
/// <param name="Refusal">Why the switch did not allow a phone action; empty where it did, and for any other step.</param>
/// <param name="Ended">The virtual time at its end.</param>
public sealed record StepRun(
    ScenarioStep Step, ImmutableArray<ColumnRun> Columns, ImmutableArray<Difference> Differences, string Refusal, DateTimeOffset Ended)
{
    public bool IsChecked => Step.Expected is Expectation.Exactly;
}

/// <summary>What a column had in a step: what was heard and what was missed, in order.</summary>
public sealed record ColumnRun(string Column, ImmutableArray<ColumnEntry> Entries)
{
    /// <summary>What was heard, in the order heard.</summary>
    public IEnumerable<TEvent> Heard => Entries.SelectMany(entry => entry switch
    {
        ColumnEntry.Heard heard => [heard.Event],
        ColumnEntry.Unexpected unexpected => [unexpected.Event],
        _ => Array.Empty<TEvent>(),
    });
}

/// <summary>An event of a column, held against what the step demands.</summary>
public abstract record ColumnEntry
{
    private ColumnEntry() { }

    /// <summary>An event that was demanded, or of which nothing was demanded, with the attributes that differ.</summary>
    public sealed record Heard(TEvent Event, ImmutableArray<AttributeDifference> Differences) : ColumnEntry;

    /// <summary>An event too many.</summary>
    public sealed record Unexpected(TEvent Event) : ColumnEntry;

    /// <summary>An event that did not come, or not in its place.</summary>
    public sealed record Missing(ExpectedEvent Event) : ColumnEntry;
}

/// <summary>An attribute that is not what the step demands; both sides as text.</summary>
public sealed record AttributeDifference(string Attribute, string Got, string Expected, FilePosition Position)
{
    public override string ToString() => $"{Attribute} is {Got}, expected {Expected}";
}

/// <summary>One thing that is not as a step demands, as one line for standard error.</summary>
public sealed record Difference(FilePosition Position, int Step, string Where, string What)
{
    public override string ToString() => $"{Position}: step {Step}, {Where}: {What}";
}
