using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Util;

namespace Akka.Actor;

/// <summary>Where references come from.</summary>
public interface IActorRefProvider
{
    IActorRef DeadLetters { get; }
    Settings Settings { get; }
    IInternalActorRef TempContainer { get; }

    ActorPath TempPath();
    void RegisterTempActor(IInternalActorRef actorRef, ActorPath path);
    void UnregisterTempActor(ActorPath path);
    IActorRef RootGuardianAt(Address address);
}

/// <summary>The references of one process.</summary>
internal sealed class LocalActorRefProvider : IActorRefProvider
{
    private readonly ActorSystemImpl _system;
    private readonly ActorPath _tempNode;
    private long _tempNumber;

    public LocalActorRefProvider(ActorSystemImpl system)
    {
        _system = system;
        RootPath = new RootActorPath(new Address("akka", system.Name));
        DeadLetters = new DeadLetterActorRef(this, RootPath / "deadLetters", system.EventStream);
        _tempNode = RootPath / "temp";
    }

    public IActorRef DeadLetters { get; }
    public ActorPath RootPath { get; }
    public Settings Settings => _system.Settings;
    public IInternalActorRef TempContainer { get; private set; }
    public ActorCell RootGuardian { get; private set; }
    public ActorCell Guardian { get; private set; }
    public ActorCell SystemGuardian { get; private set; }

    /// <summary>Makes the guardians; <paramref name="terminated"/> is called when the root has stopped.</summary>
    public void Init(Action terminated)
    {
        var dispatcher = _system.Dispatchers.InternalDispatcher;
        var supervisor = new RootGuardianSupervisor(this, _system.Log, terminated);
        var rootStrategy = new OneForOneStrategy(e =>
        {
            _system.Log.Error(e, "Guardian failed. Shutting down system");
            return Directive.Stop;
        });
        RootGuardian = new ActorCell(supervisor, Props.Create<GuardianActor>(rootStrategy), dispatcher, RootPath, 0);
        TempContainer = new TempActorContainer(this, _tempNode);

        Guardian = RootGuardian.MakeGuardian(Props.Create<GuardianActor>(UserGuardianStrategy()), dispatcher, "user");
        Guardian.Start();
        var systemProps = Props.CreateBy(new FactoryProducer<SystemGuardianActor>(() => new SystemGuardianActor(Guardian)));
        SystemGuardian = RootGuardian.MakeGuardian(systemProps, dispatcher, "system");
        SystemGuardian.Start();
        RootGuardian.Start();

        // From outside a turn, so by message: each then watches from within.
        SystemGuardian.SendSystemMessage(new Watch(Guardian, SystemGuardian));
        RootGuardian.SendSystemMessage(new Watch(SystemGuardian, RootGuardian));
        _system.EventStream.StartDefaultLoggers(_system);
    }

    public ActorPath TempPath() => _tempNode / Interlocked.Increment(ref _tempNumber).Base64Encode("");

    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path) =>
        ((TempActorContainer)TempContainer).Add(path.Name, actorRef);

    public void UnregisterTempActor(ActorPath path) => ((TempActorContainer)TempContainer).Remove(path.Name);

    public IActorRef RootGuardianAt(Address address) => address == RootPath.Address ? RootGuardian : DeadLetters;

    public IActorRef ResolveActorRef(string path) =>
        ActorPath.TryParse(path, out var parsed) ? ResolveActorRef(parsed) : DeadLetters;

    public IActorRef ResolveActorRef(ActorPath actorPath)
    {
        if (actorPath.Address != RootPath.Address || actorPath.Depth == 0)
            return DeadLetters;
        var elements = actorPath.Elements.ToArray();
        if (actorPath.Uid != ActorCell.UndefinedUid)
            elements[^1] += "#" + actorPath.Uid;
        var found = RootGuardian.GetChild(elements);
        return found.IsNobody() ? new EmptyLocalActorRef(this, actorPath, _system.EventStream) : found;
    }

    private SupervisorStrategy UserGuardianStrategy() => Settings.SupervisorStrategyClass switch
    {
        "Akka.Actor.DefaultSupervisorStrategy" => SupervisorStrategy.DefaultStrategy,
        "Akka.Actor.StoppingSupervisorStrategy" => SupervisorStrategy.StoppingStrategy,
        var name => ((SupervisorStrategyConfigurator)Activator.CreateInstance(Type.GetType(name, true))).Create(),
    };
}

/// <summary>Makes the supervisor strategy of the user guardian, by name in the configuration.</summary>
public abstract class SupervisorStrategyConfigurator
{
    public abstract SupervisorStrategy Create();
}
