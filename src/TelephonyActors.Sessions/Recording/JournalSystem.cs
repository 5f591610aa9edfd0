using Akka.Actor;
using TelephonyActors.Sessions.Storage;
using TelephonyActors.Switch;

namespace TelephonyActors.Sessions.Recording;

/// <summary>
/// An actor system for the journals of switches in virtual time. A database is outside of virtual time: its journal waits on threads and
/// clocks of the machine, so that it cannot run where neither are.
/// </summary>
public sealed class JournalSystem : IDisposable
{
    private readonly ActorSystem _system;

    /// <param name="database">Where the journals are kept; prepared.</param>
    public JournalSystem(SessionDatabase database) => _system = RecordingHosting.StartJournal("journals", database);

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    /// <summary>Starts the journal of a session; it is the gatherer's as if it were its child, but for the thread it runs on.</summary>
    internal IActorRef Start(Props journal, IActorRef gatherer) =>
        _system.ActorOf(Props.CreateBy(new Producer<JournalKeeper>(() => new JournalKeeper(journal, gatherer))));
}

/// <summary>The parent of a journal that runs in another system than its gatherer: passes batches on, and tells when it has ended.</summary>
internal sealed class JournalKeeper(Props journal, IActorRef gatherer) : UntypedActor
{
    private IActorRef _journal = ActorRefs.Nobody;

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(static _ => Directive.Stop);

    protected override void PreStart()
    {
        _journal = Context.ActorOf(journal, "journal");
        Context.WatchWith(_journal, JournalEnded.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case CommitBatch commit: _journal.Tell(commit, Sender); break;
            case JournalEnded ended:
                gatherer.Tell(ended, Self);
                Context.Stop(Self);
                break;
            default: Unhandled(message); break;
        }
    }
}

/// <summary>The journal has stopped.</summary>
internal sealed record JournalEnded
{
    public static JournalEnded Instance { get; } = new();
}
