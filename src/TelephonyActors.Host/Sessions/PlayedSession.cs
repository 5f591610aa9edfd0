using Microsoft.Extensions.Hosting;
using TelephonyActors.Sessions.Replaying;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Sessions.Wire;

namespace TelephonyActors.Host.Sessions;

/// <summary>The session that a service plays in place of a switch.</summary>
internal sealed class PlayedSession : BackgroundService
{
    private readonly string _name;
    private readonly SessionDatabase _database;

    private PlayedSession(string name, SessionDatabase database, ReplaySwitch plays) => (_name, _database, Switch) = (name, database, plays);

    public ReplaySwitch Switch { get; }

    /// <summary>What ended the play before its end; null: nothing did.</summary>
    public DamagedRecordException? Damaged { get; private set; }

    /// <exception cref="SessionDatabaseException">There is no such session.</exception>
    public static PlayedSession Open(string name, string connectionString, double speed)
    {
        var database = SessionDatabase.Of(connectionString);
        return database.LastRun(name) is { } last
            ? new PlayedSession(name, database, new ReplaySwitch(name, last.Switch, TimeProvider.System, speed))
            : throw new SessionDatabaseException($"there is no session {name} in {database.Name}; 'sessions list' lists those that are");
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        Switch.Close();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Switch.PlayAsync(Ahead.Of(SessionReader.Read(_database, _name)), stoppingToken);
        }
        catch (DamagedRecordException damaged)
        {
            Damaged = damaged;
        }
    }
}
