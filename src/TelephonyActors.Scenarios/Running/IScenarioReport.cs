namespace TelephonyActors.Scenarios.Running;

/// <summary>What is printed about runs.</summary>
public interface IScenarioReport
{
    void Add(ScenarioRun run);

    /// <summary>Nothing more comes.</summary>
    void Finish();
}
