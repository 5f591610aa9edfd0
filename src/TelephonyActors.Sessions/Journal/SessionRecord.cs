using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Sessions.Journal;

/// <summary>One input of one entity and what came of it.</summary>
/// <param name="Entity">Whose it is.</param>
/// <param name="Position">From 1, counted in the entity within its run.</param>
/// <param name="Time">The time that the decision was made with.</param>
/// <param name="Input">By the kind of the entity: CallInput, DnInput, ...; null: the entity failed by itself.</param>
/// <param name="Failed">The entity failed while it handled the input (call models 8).</param>
/// <param name="Outputs">By the kind of the entity: CallOutput, DnOutput, ...; in their order.</param>
public sealed record SessionRecord(
    EntityId Entity, long Position, DateTimeOffset Time, object? Input, bool Failed, IReadOnlyList<object> Outputs);

/// <summary>The input of a call whose actor has stopped: its last one.</summary>
public sealed record Stopped
{
    public static Stopped Instance { get; } = new();
}

/// <summary>A message for a call that does not exist.</summary>
public sealed record StrayInput(ConnID ConnID, CallInput Input);

/// <summary>A driver's mark: what is recorded from here on belongs to this step, from 1.</summary>
public sealed record StepMark(int Step);

/// <summary>A run of a session: what was recorded, on what, when.</summary>
/// <param name="Run">From 1 within the session.</param>
/// <param name="Name">The scenario's name; for load and serve the session's.</param>
/// <param name="Version">The emulator's.</param>
/// <param name="Akka">The version of Akka.NET that the actors ran on.</param>
/// <param name="Started">When, in the time of the run.</param>
/// <param name="HasSteps">Whether a driver marks steps; what comes before the first one prepares the run.</param>
/// <param name="FirstConnID">The ConnID of the first call.</param>
/// <param name="Switch">What was emulated.</param>
public sealed record RunHeader(
    int Run, string Name, string Version, string Akka, DateTimeOffset Started, bool HasSteps, ConnID FirstConnID,
    CallModel.Plan.SwitchPlan Switch)
{
    /// <summary>Whether it was recorded on such a switch.</summary>
    public bool IsOn(CallModel.Plan.SwitchPlan plan) => Formats.PlanFormat.Instance.Same(Switch, plan);
}
