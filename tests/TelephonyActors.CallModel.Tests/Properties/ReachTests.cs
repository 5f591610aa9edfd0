using FsCheck;
using FsCheck.Fluent;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>The random runs go where things can go wrong: a property that never gets there shows nothing.</summary>
public sealed class ReachTests
{
    [Fact]
    public void Random_runs_meet_every_event_and_every_error_somewhere()
    {
        var events = Enum.GetValues<EventName>().ToDictionary(name => name, _ => 0);
        var errors = Enum.GetValues<ErrorCode>().ToDictionary(code => (int)code, _ => 0);
        var runs = Runs.Transferred.Generator.Sample(400, new Rnd(1), 50).Concat(Runs.TransferredFailing.Generator.Sample(100, new Rnd(2), 50));
        foreach (var run in runs)
        {
            var player = new Player(run);
            player.Play();
            foreach (var heard in player.World.Heard.Values.SelectMany(heard => heard))
            {
                events[heard.Event]++;
                if (heard.ErrorCode is { } code) errors[code]++;
            }
        }

        // The front of the switch alone tells of the link, and alone sees what is no request, no DN or not emulated.
        EventName[] never = [EventName.EventLinkConnected, EventName.EventLinkDisconnected];
        ErrorCode[] elsewhere = [ErrorCode.Malformed, ErrorCode.NotSupported, ErrorCode.NoSuchDn];
        var missed = events.Where(each => !never.Contains(each.Key) && each.Value == 0).Select(each => $"{each.Key} {each.Value}")
            .Concat(errors.Where(each => !elsewhere.Contains((ErrorCode)each.Key) && each.Value == 0).Select(each => $"error {each.Key} {each.Value}"));
        Assert.True(!missed.Any(), $"never met: {string.Join(", ", missed)}; met: {string.Join(", ", events.Select(each => $"{each.Key} {each.Value}"))} {string.Join(", ", errors)}");
    }
}
