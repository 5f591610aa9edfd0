using TelephonyActors.CallModel.Monitoring;
using TelephonyActors.Sessions.Wire;
using TelephonyActors.Switch;

namespace TelephonyActors.Sessions.Formats;

/// <summary>What call monitoring and the front door are told and what they decide.</summary>
internal static class MonitorFormats
{
    public static Codec<CallFact> Fact { get; } = Parts.Described<CallFact>(f => f.Is(
        f.Field("Event", x => x.Event, EventFormat.Instance), told => new(told)));

    public static Codec<MonitorInput> Input { get; } = new UnionCodec<MonitorInput>(
        Case<MonitorInput.Published>(0, "Published", f => f.Is(f.Field("Fact", x => x.Fact, Fact), fact => new(fact))),
        Case<MonitorInput.StartAsked>(1, "StartAsked", f => f.Is(f.Field("By", x => x.By, Parts.Client), by => new(by))),
        Case<MonitorInput.StopAsked>(2, "StopAsked", f => f.Is(f.Field("By", x => x.By, Parts.Client), by => new(by))),
        Case<MonitorInput.ClientGone>(3, "ClientGone", f => f.Is(f.Int("Client", x => x.Client), client => new(client))));

    public static Codec<MonitorOutput> Output { get; } = new UnionCodec<MonitorOutput>(
        new Case<MonitorOutput, MonitorOutput.Report>(0, "Report", Parts.Described<MonitorOutput.Report>(f => f.Is(
            f.Field("Event", x => x.Event, EventFormat.Instance), f.Field("To", x => x.To, Codecs.ListOf(Codecs.Int)), (heard, to) => new(heard, to)))),
        new Case<MonitorOutput, MonitorOutput.Reply>(1, "Reply", Parts.Described<MonitorOutput.Reply>(f => f.Is(
            f.Int("Client", x => x.Client), f.Field("Event", x => x.Event, EventFormat.Instance), (client, heard) => new(client, heard)))));

    public static Codec<FrontInput> Front { get; } = new UnionCodec<FrontInput>(
        new Case<FrontInput, FrontInput.Connected>(0, "Connected", Parts.Described<FrontInput.Connected>(f => f.Is(
            f.Int("Client", x => x.Client), client => new(client)))),
        new Case<FrontInput, FrontInput.Refused>(1, "Refused", Parts.Described<FrontInput.Refused>(f => f.Is(
            f.Int("Client", x => x.Client), f.Field("Sent", x => x.Sent, RequestFormats.Sent), (client, sent) => new(client, sent)))),
        new Case<FrontInput, FrontInput.Closed>(2, "Closed", Parts.Described<FrontInput.Closed>(f => f.Is(FrontInput.Closed.Instance))));

    private static Case<MonitorInput, TCase> Case<TCase>(int number, string name, Func<RecordOf<TCase>, Codec<TCase>> describe)
        where TCase : MonitorInput => new(number, name, describe(new()));
}
