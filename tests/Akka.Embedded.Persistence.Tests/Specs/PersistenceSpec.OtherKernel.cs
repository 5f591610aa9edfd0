using Akka.Embedded.Persistence.Tests.Databases;

namespace Akka.Embedded.Persistence.Tests.Specs;

public abstract partial class PersistenceSpec
{
    [Spec]
    public void Rows_that_Akka_wrote_on_another_database_are_recovered() => Recover(KeptDatabase.OfAkka);

    [Spec]
    public void Rows_that_the_embedded_kernel_wrote_on_another_database_are_recovered() => Recover(KeptDatabase.OfEmbedded);

    /// <summary>A literal of bytes.</summary>
    protected abstract string Bytes(string hex);

    private void Recover(string name)
    {
        Close(OpenNew());
        using var kept = new SqliteFile(KeptDatabase.Load(name));
        foreach (var row in kept.Query("SELECT persistence_id, sequence_number, message, manifest, identifier, writer_uuid FROM journal"))
        {
            var column = row.Split('|');
            Database.Execute(
                $"""
                INSERT INTO journal (created, deleted, persistence_id, sequence_number, message, manifest, identifier, writer_uuid)
                VALUES (1, FALSE, '{column[0]}', {column[1]}, {Bytes(column[2])}, '{column[3]}', {column[4]}, '{column[5]}')
                """);
        }

        Start();

        Expect(
            "replays a at 1, recovering True",
            "replays 01FF at 2, recovering True",
            "replays text at 3, recovering True",
            "replays d at 4, recovering True",
            "replays e at 5, recovering True",
            "replayed",
            "recovered at 5, recovering False");
    }
}
