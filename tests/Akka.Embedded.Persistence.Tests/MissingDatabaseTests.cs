using Akka.Actor;
using Akka.Configuration;
using Akka.Embedded.Persistence.Tests.Ledgers;

namespace Akka.Embedded.Persistence.Tests;

/// <summary>A database that cannot be opened.</summary>
public sealed class MissingDatabaseTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void A_recovery_without_a_database_fails_after_a_while_and_succeeds_once_there_is_one()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"journal-{Guid.NewGuid():N}");
        var reader = CreateTestProbe();
        using (var system = ActorSystem.Create("missing", Configuration(Path.Combine(folder, "journal.db"))))
        {
            system.ActorOf(Ledger.Props("ledger", reader));
            reader.ExpectMsg(
                "recovery failed at 0 with nothing: Recovery timed out, didn't get snapshot within 2s.", TimeSpan.FromSeconds(15));
            reader.ExpectMsg("stopped");

            Directory.CreateDirectory(folder);
            var ledger = system.ActorOf(Ledger.Props("ledger", reader));
            reader.ExpectMsg("replayed", TimeSpan.FromSeconds(15));
            reader.ExpectMsg("recovered at 0, recovering False");
            ledger.Tell(Ledger.Write("a"));
            reader.ExpectMsg("wrote a at 1", TimeSpan.FromSeconds(15));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Without_a_configured_journal_an_actor_does_not_start()
    {
        using var system = ActorSystem.Create("missing", "akka.loglevel = OFF, akka.persistence.journal.plugin = \"\"");

        var ledger = Watch(system.ActorOf(Ledger.Props("ledger", CreateTestProbe())));

        ExpectTerminated(ledger, TimeSpan.FromSeconds(15));
    }

    private static Config Configuration(string fileName) => ConfigurationFactory.ParseString(
        $$"""
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.persistence {
          journal {
            plugin = "akka.persistence.journal.sql"
            sql {
              class = "Akka.Persistence.Sql.Journal.SqlWriteJournal, Akka.Persistence.Sql"
              provider-name = "SQLite.MS"
              connection-string = "Data Source={{fileName}}"
              recovery-event-timeout = 2s
            }
          }
          snapshot-store {
            plugin = "akka.persistence.snapshot-store.sql"
            sql {
              class = "Akka.Persistence.Sql.Snapshot.SqlSnapshotStore, Akka.Persistence.Sql"
              provider-name = "SQLite.MS"
              connection-string = "Data Source={{fileName}}"
            }
          }
        }
        """).WithFallback(LedgerSerializer.Hocon);
}
