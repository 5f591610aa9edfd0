using Akka.Embedded.Persistence.Tests.Databases;
using Akka.Embedded.Persistence.Tests.Specs;
using Xunit.Abstractions;

namespace Akka.Embedded.Persistence.Tests;

/// <summary>Persistence on PostgreSQL.</summary>
public sealed class PostgresTests(ITestOutputHelper output) : PersistenceSpec(new PostgresSchema(), output)
{
    protected override string Bytes(string hex) => $"decode('{hex}', 'hex')";

    protected override string ExpectedColumns => """
        journal|ordering|bigint identity always|not null
        journal|created|bigint|not null
        journal|deleted|boolean|not null
        journal|persistence_id|text|not null
        journal|sequence_number|bigint|not null
        journal|message|bytea|not null
        journal|manifest|text|null
        journal|identifier|integer|null
        journal|writer_uuid|text|null
        snapshot|persistence_id|text|not null
        snapshot|sequence_number|bigint|not null
        snapshot|created|bigint|not null
        snapshot|snapshot|bytea|null
        snapshot|manifest|text|null
        snapshot|serializer_id|integer|null
        tags|ordering_id|bigint|not null
        tags|tag|text|not null
        tags|sequence_nr|bigint|not null
        tags|persistence_id|text|not null
        """;

    protected override string ExpectedIndexes => """
        journal|PK_journal|unique|ordering
        journal|journal_created_idx|not unique|created
        journal|journal_sequence_number_idx|not unique|sequence_number
        journal|journal_uq|unique|persistence_id,sequence_number
        snapshot|PK_snapshot|unique|persistence_id,sequence_number
        snapshot|snapshot_created_idx|not unique|created
        snapshot|snapshot_sequence_number_idx|not unique|sequence_number
        tags|PK_tags|unique|ordering_id,tag
        tags|tags_persistence_id_sequence_nr_idx|not unique|persistence_id,sequence_nr
        tags|tags_tag_idx|not unique|tag
        """;
}
