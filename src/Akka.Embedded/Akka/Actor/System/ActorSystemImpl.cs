using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor.Internal;

/// <summary>The actor system of this kernel.</summary>
public sealed partial class ActorSystemImpl : ExtendedActorSystem
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();
    private readonly TerminationCallbacks _terminationCallbacks = new();
    private readonly LocalActorRefProvider _provider;
    private IActorRef _deadLetterListener;

    internal ActorSystemImpl(string name, Config config, ActorSystemSetup setup)
    {
        if (!ValidName().IsMatch(name))
        {
            throw new ArgumentException(
                $"Invalid ActorSystem name [{name}], must contain only word characters (i.e. [a-zA-Z0-9] plus non-leading '-')",
                nameof(name));
        }

        ArgumentNullException.ThrowIfNull(config);
        Name = name;
        Settings = new Settings(this, config, setup);
        EventStream = new EventStream(Settings.DebugEventStream);
        EventStream.StartStdoutLogger(Settings);
        Log = new BusLogging(EventStream, $"ActorSystem({name})", GetType(), Settings.LogFormatter);
        Scheduler = (IScheduler)Activator.CreateInstance(Type.GetType(Settings.SchedulerClass, true), Settings.Config, Log);
        _provider = new LocalActorRefProvider(this);
        Dispatchers = new Dispatchers(new DispatcherPrerequisites(EventStream, Scheduler, Settings));
    }

    public override string Name { get; }
    public override Settings Settings { get; }
    public override EventStream EventStream { get; }
    public override Dispatchers Dispatchers { get; }
    public override IScheduler Scheduler { get; }
    public override ILoggingAdapter Log { get; }
    public override IActorRefProvider Provider => _provider;
    public override IActorRef DeadLetters => _provider.DeadLetters;
    public override IInternalActorRef LookupRoot => _provider.RootGuardian;
    public override Task WhenTerminated => _terminationCallbacks.Task;

    public override IActorRef ActorOf(Props props, string name = null) => _provider.Guardian.MakeChild(props, name, async: true);

    public override IActorRef SystemActorOf(Props props, string name = null) =>
        _provider.SystemGuardian.MakeChild(props, name, async: true);

    public override IActorRef SystemActorOf<TActor>(string name = null) => SystemActorOf(Props.Create<TActor>(), name);

    public override ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this);

    public override ActorSelection ActorSelection(string actorPath) =>
        ActorRefFactoryShared.ActorSelection(actorPath, this, _provider.RootGuardian);

    public override void Stop(IActorRef actor)
    {
        var parent = (actor as IInternalActorRef)?.Parent;
        if (ReferenceEquals(parent, _provider.Guardian) || ReferenceEquals(parent, _provider.SystemGuardian))
            parent.Tell(new Dispatch.SysMsg.StopChild(actor));
        else
            ((IInternalActorRef)actor).Stop();
    }

    public override Task Terminate() =>
        Settings.CoordinatedShutdownRunByActorSystemTerminate
            ? CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance)
            : FinalTerminate();

    public override void RegisterOnTermination(Action code) => _terminationCallbacks.Add(code);

    public override string ToString() => _provider.RootPath.Address.ToString();

    internal void Start()
    {
        try
        {
            RegisterOnTermination(StopScheduler);
            // Not within the turn of the last actor: what waits for the end of the system is no part of it.
            _provider.Init(() => Dispatchers.InternalDispatcher.Schedule(_terminationCallbacks.Run));
            LoadExtensions();
            if (Settings.LogDeadLetters > 0)
                _deadLetterListener = SystemActorOf<DeadLetterListener>("deadLetterListener");
            EventStream.StartUnsubscriber(this);
            if (Settings.LogConfigOnStart)
                Log.Info(Settings.ToString());
        }
        catch
        {
            StopScheduler();
            throw;
        }
    }

    internal override Task FinalTerminate()
    {
        Log.Debug("System shutdown initiated");
        if (!Settings.LogDeadLettersDuringShutdown && _deadLetterListener is not null)
            Stop(_deadLetterListener);
        _provider.Guardian.Stop();
        return WhenTerminated;
    }

    /// <summary>The dispatcher that a new actor gets.</summary>
    internal MessageDispatcher DispatcherFor(Props props, ActorPath parentPath, string name)
    {
        if (props.Deploy.Dispatcher == Deploy.NoDispatcherGiven)
            return Dispatchers.DefaultGlobalDispatcher;
        if (!Dispatchers.HasDispatcher(props.Dispatcher))
            throw new ConfigurationException($"Dispatcher [{props.Dispatcher}] not configured for path {parentPath / (name ?? "$")}");
        return Dispatchers.Lookup(props.Dispatcher);
    }

    /// <summary>What the root has besides its two guardians.</summary>
    internal IInternalActorRef FindRootChild(string name) => name switch
    {
        "deadLetters" => (IInternalActorRef)_provider.DeadLetters,
        "temp" => _provider.TempContainer,
        _ => null,
    };

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9-]*$")]
    private static partial Regex ValidName();

    private void StopScheduler() => (Scheduler as IDisposable)?.Dispose();
}
