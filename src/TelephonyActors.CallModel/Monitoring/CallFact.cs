using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Monitoring;

/// <summary>
/// One step in the life of a call's parties, as call monitoring reports it (call models, chapter 0): the event that its clients hear,
/// numbered in the call.
/// </summary>
public sealed record CallFact(TEvent Event);
