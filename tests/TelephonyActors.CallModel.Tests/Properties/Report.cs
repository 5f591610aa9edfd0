using System.Text;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>What went wrong in a run: the broken invariant, the moves, and what was reported until then.</summary>
internal static class Report
{
    public static string Of(RandomRun run, bool oneAtATime)
    {
        var player = new Player(run);
        var text = new StringBuilder();
        try
        {
            player.Play(oneAtATime);
            text.AppendLine("holds when repeated");
        }
        catch (Exception broken)
        {
            text.AppendLine(broken is InvariantBroken ? broken.Message : broken.ToString());
        }

        text.AppendLine(run.ToString());
        foreach (var (column, happened) in player.World.Reported)
        {
            var plain = happened with { CallUUID = null, CallID = null, Time = null };
            text.AppendLine($"{column,-10} {TLibraryJson.Write(plain)}");
        }

        return text.ToString();
    }
}
