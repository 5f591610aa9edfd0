using Akka.Embedded.Persistence.Tests.Databases;
using Akka.Embedded.Persistence.Tests.Specs;
using Xunit.Abstractions;

namespace Akka.Embedded.Persistence.Tests;

/// <summary>Persistence on SQLite.</summary>
public sealed class SqliteTests(ITestOutputHelper output) : PersistenceSpec(new SqliteFile(), output)
{
    protected override string Bytes(string hex) => $"X'{hex}'";

    protected override string ExpectedColumns => """
        journal|ordering|INTEGER|not null
        journal|created|BigInt|not null
        journal|deleted|Bit|not null
        journal|persistence_id|NVarChar(255)|not null
        journal|sequence_number|BigInt|not null
        journal|message|VarBinary|not null
        journal|manifest|NVarChar(500)|null
        journal|identifier|INTEGER|null
        journal|writer_uuid|NVarChar(128)|null
        snapshot|persistence_id|NVarChar(255)|not null
        snapshot|sequence_number|BigInt|not null
        snapshot|created|BigInt|not null
        snapshot|snapshot|VarBinary|null
        snapshot|manifest|NVarChar(500)|null
        snapshot|serializer_id|INTEGER|null
        tags|ordering_id|INTEGER|not null
        tags|tag|NVarChar(64)|not null
        tags|sequence_nr|INTEGER|not null
        tags|persistence_id|NVarChar(255)|not null
        """;

    protected override string ExpectedIndexes => """
        journal|journal_created_idx|not unique|created
        journal|journal_sequence_number_idx|not unique|sequence_number
        journal|journal_uq|unique|persistence_id,sequence_number
        snapshot|snapshot_created_idx|not unique|created
        snapshot|snapshot_sequence_number_idx|not unique|sequence_number
        snapshot|sqlite_autoindex_snapshot_1|unique|persistence_id,sequence_number
        tags|sqlite_autoindex_tags_1|unique|ordering_id,tag
        tags|tags_persistence_id_sequence_nr_idx|not unique|persistence_id,sequence_nr
        tags|tags_tag_idx|not unique|tag
        """;
}
