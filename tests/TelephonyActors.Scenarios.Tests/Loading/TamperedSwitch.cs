using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Tests.Loading;

/// <summary>A switch that tells its clients something else than it should: whatever <paramref name="tell"/> makes of an event.</summary>
internal sealed class TamperedSwitch(ISwitch real, Func<TEvent, IEnumerable<TEvent>> tell) : ISwitch
{
    public SwitchPlan Plan => real.Plan;

    public ISwitchClient Connect(IClientListener listener) => real.Connect(new Listener(listener, tell));

    public ValueTask ReadyAsync(CancellationToken cancellation) => real.ReadyAsync(cancellation);

    public void Act(PhoneAct act, Action<PhoneOutcome> outcome) => real.Act(act, outcome);

    private sealed class Listener(IClientListener listener, Func<TEvent, IEnumerable<TEvent>> tell) : IClientListener
    {
        public void Hear(TEvent heard)
        {
            foreach (var told in tell(heard)) listener.Hear(told);
        }
    }
}
