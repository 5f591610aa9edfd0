using TelephonyActors.CallModel.Calls;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Lines;

/// <summary>The Extensions of an event of a shared line's call (call models, chapter 7).</summary>
internal static class AppearanceIndex
{
    private const string Key = "AppearanceIndex";

    public static KVList Of(Seat seat) => KVList.Empty.With(Key, (long)seat.Appearance);

    public static KVList AddTo(KVList pairs, Seat? seat) => seat is null ? pairs : pairs.With(Key, (long)seat.Appearance);
}
