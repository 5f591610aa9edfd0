using Akka.Actor;

namespace TelephonyActors.Switch;

/// <summary>
/// The one supervisor strategy of the entities' parents. An entity that fails is restarted, as often as it fails, and the others are
/// left alone. Its state outlives the restart in the entity's producer; before the restart the failed incarnation has
/// the call model decide what the failure means: its calls end, the request in hand is answered 52 (call models, chapter 8).
/// </summary>
internal static class Supervision
{
    public static SupervisorStrategy Strategy { get; } = new OneForOneStrategy(static _ => Directive.Restart);
}
