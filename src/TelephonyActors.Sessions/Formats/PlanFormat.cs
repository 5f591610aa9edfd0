using TelephonyActors.CallModel.Plan;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Formats;

/// <summary>A switch, whole: what a session was recorded on.</summary>
internal static class PlanFormat
{
    private static readonly Codec<Habits> Habits = Parts.Described<Habits>(f => f.Is(
        f.Field("AnswerAfter", x => x.AnswerAfter, Codecs.OrNothing(Codecs.Span)), f.Field("HangUpAfter", x => x.HangUpAfter, Codecs.OrNothing(Codecs.Span)),
        f.Flag("Rejects", x => x.Rejects), (answer, hangUp, rejects) => new(answer, hangUp, rejects)));

    private static readonly Codec<DnPlan> Dn = Parts.Described<DnPlan>(f => f.Is(
        f.Text("Number", x => x.Number), f.Int("Lines", x => x.Lines), f.Field("Habits", x => x.Habits, Habits), (number, lines, habits) => new(number, lines, habits)));

    private static readonly Codec<ExternalPlan> External = Parts.Described<ExternalPlan>(f => f.Is(
        f.Text("Number", x => x.Number), f.Field("Habits", x => x.Habits, Habits), (number, habits) => new(number, habits)));

    private static readonly Codec<SharedLinePlan> Line = Parts.Described<SharedLinePlan>(f => f.Is(
        f.Text("Number", x => x.Number), f.Field("Members", x => x.Members, Codecs.Texts), f.Int("Appearances", x => x.Appearances),
        (number, members, appearances) => new(number, members, appearances)));

    public static Codec<SwitchPlan> Instance { get; } = Parts.Described<SwitchPlan>(f => f.Is(
        f.Text("Name", x => x.Name), f.Field("Dns", x => x.Dns, Codecs.ListOf(Dn)), f.Field("Externals", x => x.Externals, Codecs.ListOf(External)),
        f.Field("SharedLines", x => x.SharedLines, Codecs.ListOf(Line)), f.Field("RingTimeout", x => x.RingTimeout, Codecs.Span),
        (name, dns, externals, lines, ringTimeout) => new(name, dns, externals, lines, ringTimeout)));
}
