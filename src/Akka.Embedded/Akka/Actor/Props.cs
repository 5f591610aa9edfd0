using System.Linq.Expressions;
using Akka.Dispatch;
using Akka.Util;

namespace Akka.Actor;

/// <summary>A recipe for an actor. Immutable: the With methods return a copy.</summary>
public class Props
{
    public static readonly Props None;

    internal static readonly Props Terminated = new(new FactoryProducer<ActorBase>(
        static () => throw new InvalidOperationException("This actor has been terminated")), Deploy.None, []);

    private const string NoType = "Props must be instantiated with an actor type.";

    private readonly IIndirectActorProducer _producer;

    internal Props(IIndirectActorProducer producer, Deploy deploy, object[] args)
    {
        _producer = producer;
        Deploy = deploy;
        Arguments = args ?? [];
    }

    public Type Type => _producer.ActorType;
    public object[] Arguments { get; }
    public Deploy Deploy { get; private init; }
    public SupervisorStrategy SupervisorStrategy { get; private init; }

    public string Dispatcher => Deploy.Dispatcher == Deploy.NoDispatcherGiven ? Dispatchers.DefaultDispatcherId : Deploy.Dispatcher;

    /// <summary>From an expression <c>() =&gt; new T(args)</c>, whose arguments are evaluated here and now.</summary>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy supervisorStrategy = null)
        where TActor : ActorBase
    {
        if (factory.Body is UnaryExpression)
            return new Props(new FactoryProducer<TActor>(factory.Compile()), Deploy.None, []) { SupervisorStrategy = supervisorStrategy };
        if (factory.Body is not NewExpression creation)
            throw new ArgumentException("The create function must be a 'new T (args)' expression");

        var args = ExpressionArguments.Evaluate(creation);
        return new Props(new ActivatorProducer(typeof(TActor), args), Deploy.None, args) { SupervisorStrategy = supervisorStrategy };
    }

    public static Props Create<TActor>(params object[] args)
        where TActor : ActorBase =>
        new(new ActivatorProducer(typeof(TActor), args), Deploy.None, args);

    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() =>
        new(new ActivatorProducer(typeof(TActor), []), Deploy.None, []) { SupervisorStrategy = supervisorStrategy };

    public static Props Create(Type type, params object[] args)
    {
        if (type is null)
            throw new ArgumentNullException(nameof(type), NoType);
        if (typeof(IIndirectActorProducer).IsAssignableFrom(type))
            return new Props((IIndirectActorProducer)Activator.CreateInstance(type, args), Deploy.None, args);
        if (!typeof(ActorBase).IsAssignableFrom(type))
            throw new ArgumentException($"Unknown actor producer [{type.FullName}]", nameof(type));
        return new Props(new ActivatorProducer(type, args), Deploy.None, args);
    }

    /// <summary>From a producer; one and the same serves all incarnations.</summary>
    public static Props CreateBy(IIndirectActorProducer producer, params object[] args) => new(producer, Deploy.None, args);

    public Props WithDispatcher(string dispatcher) => Copy(Deploy.WithDispatcher(dispatcher), SupervisorStrategy);

    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) => Copy(Deploy, supervisorStrategy);

    public virtual ActorBase NewActor()
    {
        try
        {
            return _producer.Produce();
        }
        catch (Exception e)
        {
            var args = string.Join(",", Arguments.Select(a => a?.ToString() ?? "null"));
            throw new TypeLoadException(
                $"Error while creating actor instance of type {Type} with {Arguments.Length} args: ({args})", e);
        }
    }

    internal void Release(ActorBase actor) => _producer.Release(actor);

    private Props Copy(Deploy deploy, SupervisorStrategy supervisorStrategy) =>
        new(_producer, deploy, Arguments) { SupervisorStrategy = supervisorStrategy };
}
