using Akka.Actor;
using Akka.Embedded.Persistence.Tests.Databases;
using Akka.Embedded.Persistence.Tests.Ledgers;
using Akka.Persistence;
using Akka.TestKit;
using Xunit.Abstractions;

namespace Akka.Embedded.Persistence.Tests.Specs;

/// <summary>What holds of persistent actors on every database; the reader sees what happens to a ledger.</summary>
public abstract partial class PersistenceSpec : Akka.TestKit.Xunit2.TestKit
{
    private const string Id = "ledger";

    protected PersistenceSpec(TestDatabase database, ITestOutputHelper output)
        : base($"{LedgerSerializer.Hocon}\n{database.Hocon}\nakka.loglevel = WARNING", output)
    {
        Database = database;
        Reader = CreateTestProbe();
    }

    protected TestDatabase Database { get; }

    protected TestProbe Reader { get; }

    protected override void Dispose(bool disposing)
    {
        try
        {
            base.Dispose(disposing);
        }
        finally
        {
            Database.Dispose();
        }
    }

    /// <summary>A ledger that has recovered.</summary>
    private IActorRef Open(string recovered, string id = Id, Recovery? recovery = null)
    {
        var ledger = Start(id, recovery);
        Expect("replayed", recovered);
        return ledger;
    }

    private IActorRef Start(string id = Id, Recovery? recovery = null) => Sys.ActorOf(Ledger.Props(id, Reader, recovery));

    private IActorRef OpenNew() => Open("recovered at 0, recovering False");

    private IActorRef OpenWith(params string[] lines)
    {
        var ledger = OpenNew();
        for (var i = 0; i < lines.Length; i++)
        {
            ledger.Tell(Ledger.Write(lines[i]));
            Expect($"wrote {lines[i]} at {i + 1}");
        }

        return ledger;
    }

    private void Close(IActorRef ledger)
    {
        Watch(ledger);
        ledger.Tell(PoisonPill.Instance);
        ExpectTerminated(ledger);
        Expect("stopped");
    }

    private void Expect(params string[] messages)
    {
        foreach (var message in messages)
            Reader.ExpectMsg(message, TimeSpan.FromSeconds(15));
    }
}
