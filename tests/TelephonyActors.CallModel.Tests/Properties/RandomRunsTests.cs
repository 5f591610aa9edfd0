using FsCheck;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>
/// Random requests and actions at phones by two clients: the invariants of chapter 9 hold. LONG_TESTS=1 makes ten times as many runs;
/// what CALLMODEL_REPLAY does, a failure says.
/// </summary>
public sealed class RandomRunsTests
{
    [Fact]
    public void The_invariants_hold_whatever_is_asked_in_whatever_interleaving() =>
        Hold(Runs.Interleaved, oneAtATime: false, runs: 1500);

    [Fact]
    public void The_invariants_hold_when_entities_fail() =>
        Hold(Runs.Failing, oneAtATime: false, runs: 1000);

    [Fact]
    public void A_refused_request_changes_nothing() =>
        Hold(Runs.OneAtATime, oneAtATime: true, runs: 500);

    [Fact]
    public void The_invariants_hold_with_transfers_in_whatever_interleaving() =>
        Hold(Runs.Transferred, oneAtATime: false, runs: 500);

    [Fact]
    public void The_invariants_hold_with_transfers_when_entities_fail() =>
        Hold(Runs.TransferredFailing, oneAtATime: false, runs: 500);

    [Fact]
    public void A_refused_transfer_changes_nothing() =>
        Hold(Runs.TransferredOneAtATime, oneAtATime: true, runs: 300);

    private static void Hold(Arbitrary<RandomRun> arbitrary, bool oneAtATime, int runs) =>
        Checking.Holds(arbitrary, run => new Player(run).Play(oneAtATime), run => Report.Of(run, oneAtATime), runs);
}
