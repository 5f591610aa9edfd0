using System.Collections.Immutable;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Files;

/// <summary>A scenario as its file has it: a switch, steps, and what each step must cause (contract, chapter 3).</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Name">The file's name without folder and ending, which <c>--format jsonl</c> prints.</param>
/// <param name="Title">What the scenario is called: its name in the file, else the file's.</param>
/// <param name="Plan">What is emulated.</param>
/// <param name="Steps">In order, numbered from 1.</param>
public sealed record Scenario(string Path, string Name, string Title, SwitchPlan Plan, ImmutableArray<ScenarioStep> Steps);

/// <summary>One step: what somebody does, or time that passes, and what it must cause.</summary>
public sealed record ScenarioStep(int Number, FilePosition Position, StepAction Action, Expectation Expected);

/// <summary>What begins a step.</summary>
public abstract record StepAction
{
    private StepAction() { }

    /// <summary>
    /// The runner's client sends a request, its ReferenceID filled in. Where the file has <c>$n</c> for a ConnID, the reference
    /// stands beside the request instead; in UserData it stands as the value.
    /// </summary>
    public sealed record Request(TRequest Written, CallReference? ConnID, CallReference? OtherConnID) : StepAction;

    /// <summary>Somebody at a phone acts.</summary>
    public sealed record Phone(PhoneAct Act, CallReference? Call) : StepAction;

    /// <summary>Virtual time passes.</summary>
    public sealed record Wait(TimeSpan Time) : StepAction;
}

/// <summary><c>$1</c>, <c>$2</c>, ...: the ConnID of the first, second, ... call that the scenario creates.</summary>
public sealed record CallReference(int Number, FilePosition Position)
{
    public override string ToString() => $"${Number}";
}

/// <summary>What a step must cause.</summary>
public abstract record Expectation
{
    private Expectation() { }

    /// <summary>The file does not say; the step is not checked.</summary>
    public sealed record Anything : Expectation
    {
        public static Anything Instance { get; } = new();
    }

    /// <summary>Exactly these events, column by column; a column that is not named must stay silent.</summary>
    public sealed record Exactly(ImmutableDictionary<string, ImmutableArray<ExpectedEvent>> Columns) : Expectation
    {
        /// <summary>Whether the step must cause no event at all: the file says <c>events: {}</c>.</summary>
        public bool IsSilence => Columns.Values.All(events => events.IsEmpty);

        public ImmutableArray<ExpectedEvent> In(string column) => Columns.GetValueOrDefault(column, []);
    }
}

/// <summary>An event that must come, with the attributes that the file names; the others are free.</summary>
public sealed record ExpectedEvent(EventName Name, ImmutableArray<AttributeExpectation> Attributes, FilePosition Position);

/// <summary>An attribute that an event must have, or must not have.</summary>
public sealed record AttributeExpectation(TAttribute<TEvent> Attribute, ExpectedValue Value, FilePosition Position);

/// <summary>What an attribute must be.</summary>
public abstract record ExpectedValue
{
    private ExpectedValue() { }

    /// <summary><c>~</c>: the event must not have the attribute.</summary>
    public sealed record Absent : ExpectedValue
    {
        public static Absent Instance { get; } = new();
    }

    /// <summary><c>$n</c>: the ConnID of a call.</summary>
    public sealed record OfCall(CallReference Call) : ExpectedValue;

    /// <summary>This value; in a key-value list, a <see cref="CallReference"/> stands for the text of its ConnID.</summary>
    public sealed record Exactly(object Value) : ExpectedValue;
}
