using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TelephonyActors.CallModel.Plan;
using TelephonyActors.Host.Sessions;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Switch;
using TelephonyActors.Switch.Recording;

namespace TelephonyActors.Host.Serving;

/// <summary>What the service serves: a switch, one that is recorded, or a session that is played in place of one.</summary>
/// <param name="Recorded">The session that is recorded; null: none.</param>
/// <param name="Played">The session that is played; null: none.</param>
/// <param name="FirstConnID">The ConnID of the switch's first call.</param>
internal sealed record ServedSwitch(ServedSession? Recorded, PlayedSession? Played, ulong FirstConnID)
{
    public void AddTo(IServiceCollection services, SwitchPlan plan)
    {
        if (Played is not null) services.AddSingleton<ISwitch>(Played.Switch).AddHostedService(_ => Played);
        else services.AddSwitch(plan, FirstConnID);
        if (Recorded is not null) services.AddSingleton<IRecorder>(Recorded.Recording).AddHostedService(_ => new OpenSession(Recorded));
    }
}

internal static class ServedSwitchHosting
{
    /// <summary>Starts the actors: those that record before those of the switch; a session that is played has none.</summary>
    public static AkkaConfigurationBuilder WithServed(this AkkaConfigurationBuilder akka, ServedSwitch served, IServiceProvider services)
    {
        if (served.Played is not null) return akka;
        if (served.Recorded is { } session) akka.WithSessionRecording(session.Database, session.Recording);
        return akka.WithSwitch(services);
    }
}
