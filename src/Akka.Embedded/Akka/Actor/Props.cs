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

    // A million actors of one kind differ in their producers alone, and share this.
    private readonly Particulars _particulars;

    internal Props(IIndirectActorProducer producer, Deploy deploy, object[] args, SupervisorStrategy supervisorStrategy = null)
    {
        _producer = producer;
        _particulars = deploy == Deploy.None && args is null or [] && supervisorStrategy is null
            ? Particulars.None
            : new Particulars(deploy, args ?? [], supervisorStrategy);
    }

    /// <summary>A recipe that says nothing but how the actor is made.</summary>
    internal Props(IIndirectActorProducer producer)
    {
        _producer = producer;
        _particulars = Particulars.None;
    }

    public Type Type => _producer.ActorType;
    public object[] Arguments => _particulars.Arguments;
    public Deploy Deploy => _particulars.Deploy;
    public SupervisorStrategy SupervisorStrategy => _particulars.SupervisorStrategy;

    public string Dispatcher => Deploy.Dispatcher == Deploy.NoDispatcherGiven ? Dispatchers.DefaultDispatcherId : Deploy.Dispatcher;

    /// <summary>From an expression <c>() =&gt; new T(args)</c>, whose arguments are evaluated here and now.</summary>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy supervisorStrategy = null)
        where TActor : ActorBase
    {
        if (factory.Body is UnaryExpression)
            return new Props(new FactoryProducer<TActor>(factory.Compile()), Deploy.None, [], supervisorStrategy);
        if (factory.Body is not NewExpression creation)
            throw new ArgumentException("The create function must be a 'new T (args)' expression");

        var args = ExpressionArguments.Evaluate(creation);
        return new Props(new ActivatorProducer(typeof(TActor), args), Deploy.None, args, supervisorStrategy);
    }

    public static Props Create<TActor>(params object[] args)
        where TActor : ActorBase =>
        new(new ActivatorProducer(typeof(TActor), args), Deploy.None, args);

    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() =>
        new(new ActivatorProducer(typeof(TActor), []), Deploy.None, [], supervisorStrategy);

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

    /// <summary>The producer alone where that is all there is to the recipe, else the recipe.</summary>
    internal object Essence => ReferenceEquals(_particulars, Particulars.None) && GetType() == typeof(Props) ? _producer : this;

    public virtual ActorBase NewActor() => NewActor(_producer, Arguments);

    internal static ActorBase NewActor(IIndirectActorProducer producer) => NewActor(producer, []);

    internal void Release(ActorBase actor) => _producer.Release(actor);

    private static ActorBase NewActor(IIndirectActorProducer producer, object[] arguments)
    {
        try
        {
            return producer.Produce();
        }
        catch (Exception e)
        {
            var args = string.Join(",", arguments.Select(a => a?.ToString() ?? "null"));
            throw new TypeLoadException(
                $"Error while creating actor instance of type {producer.ActorType} with {arguments.Length} args: ({args})", e);
        }
    }

    private Props Copy(Deploy deploy, SupervisorStrategy supervisorStrategy) =>
        new(_producer, deploy, Arguments, supervisorStrategy);

    /// <summary>What a recipe says besides how the actor is made.</summary>
    private sealed record Particulars(Deploy Deploy, object[] Arguments, SupervisorStrategy SupervisorStrategy)
    {
        public static readonly Particulars None = new(Deploy.None, [], null);
    }
}
