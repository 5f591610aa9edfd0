using System.Collections.Immutable;
using System.Globalization;
using TelephonyActors.Scenarios.Ladders;
using TelephonyActors.Sessions.Verifying;

namespace TelephonyActors.Host.Sessions;

/// <summary>Charts the surroundings of a divergence: what was heard before it, and what differs.</summary>
internal static class DivergenceChart
{
    public static LadderChart Of(Divergence divergence)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{divergence.Entity}, position {divergence.Position}");
        var before = new HeardStep(1, LadderVerdict.NotChecked, Across("before"), [.. divergence.Before.Select(heard => new HeardIn(heard.Column!, heard.Event, ""))]);
        var here = new HeardStep(2, LadderVerdict.Different, Across(place), [.. divergence.Here.Select(one => new HeardIn(one.Heard.Column!, one.Heard.Event, one.Wrong))]);
        ImmutableArray<HeardStep> steps = before.Heard.IsEmpty ? [here] : [before, here];
        return HeardCharts.Of(divergence.Run.Switch, place, [divergence.Run.Name], steps);
    }

    private static LadderMark.Across Across(string text) => new(text, Tone.Act);
}
