using System.Text.Json;
using TelephonyActors.Sessions.Formats;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Sessions.Journal;

/// <summary>How the inputs and outputs of one kind of entity are written.</summary>
internal sealed record EntityFormat(Codec<object> Input, Codec<object> Output);

/// <summary>The formats of all kinds. Everything that reads or writes records begins here.</summary>
internal static class EntityFormats
{
    private static readonly Codec<object> None = new Boxed<string>(Codecs.Text);

    private static readonly EntityFormat[] ByKind =
    [
        new(new OrStopped(new Boxed<CallModel.Calls.CallInput>(CallFormats.Input)), new Boxed<CallModel.Calls.CallOutput>(CallFormats.Output)),
        new(new Boxed<CallModel.Dns.DnInput>(DnFormats.Input), new Boxed<CallModel.Dns.DnOutput>(DnFormats.Output)),
        new(new Boxed<CallModel.Lines.LineInput>(LineFormats.Input), new Boxed<CallModel.Lines.LineOutput>(LineFormats.Output)),
        new(new Boxed<CallModel.Monitoring.MonitorInput>(MonitorFormats.Input), new Boxed<CallModel.Monitoring.MonitorOutput>(MonitorFormats.Output)),
        new(new Boxed<StrayInput>(Stray), new Boxed<CallModel.Calls.CallOutput>(CallFormats.Output)),
        new(new Boxed<Switch.FrontInput>(MonitorFormats.Front), new Boxed<TLibrary.TEvent>(EventFormat.Instance)),
        new(new Boxed<StepMark>(Step), None),
    ];

    private static Codec<StrayInput> Stray => Parts.Described<StrayInput>(f => f.Is(
        f.Field("ConnID", x => x.ConnID, Codecs.ConnID), f.Field("Input", x => x.Input, CallFormats.Input), (call, input) => new(call, input)));

    private static Codec<StepMark> Step => Parts.Described<StepMark>(f => f.Is(f.Int("Step", x => x.Step), step => new(step)));

    public static EntityFormat Of(EntityKind kind) => ByKind[(int)kind];

    private sealed class Boxed<T>(Codec<T> codec) : Codec<object>
        where T : class
    {
        public override void Write(WireWriter to, object value) => codec.Write(to, (T)value);

        public override object Read(WireReader from) => codec.Read(from);

        public override void WriteJson(Utf8JsonWriter to, object value) => codec.WriteJson(to, (T)value);

        public override object ReadJson(JsonElement from) => codec.ReadJson(from);

        public override bool Same(object left, object right) => codec.Same((T)left, (T)right);
    }

    /// <summary>On the wire the head of the record says that a call has stopped.</summary>
    private sealed class OrStopped(Codec<object> codec) : Codec<object>
    {
        public override void Write(WireWriter to, object value) => codec.Write(to, value);

        public override object Read(WireReader from) => codec.Read(from);

        public override void WriteJson(Utf8JsonWriter to, object value)
        {
            if (value is not Stopped)
            {
                codec.WriteJson(to, value);
                return;
            }

            to.WriteStartObject();
            to.WriteStartObject(nameof(Stopped));
            to.WriteEndObject();
            to.WriteEndObject();
        }

        public override object ReadJson(JsonElement from) =>
            from.ValueKind == JsonValueKind.Object && from.TryGetProperty(nameof(Stopped), out _) ? Stopped.Instance : codec.ReadJson(from);

        public override bool Same(object left, object right) => left is Stopped ? right is Stopped : right is not Stopped && codec.Same(left, right);
    }
}
