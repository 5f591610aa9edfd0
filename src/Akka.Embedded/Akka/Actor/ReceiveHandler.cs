using System.Reflection;
using System.Runtime.CompilerServices;

namespace Akka.Actor;

/// <summary>One handler of a <see cref="ReceiveTable"/>.</summary>
internal abstract class ReceiveHandler
{
    private readonly Delegate _handler;
    private readonly Delegate _shouldHandle;
    private readonly nint _method;
    private readonly nint _shouldHandleMethod;

    private ReceiveHandler(ActorBase actor, Type messageType, Delegate handler, Delegate shouldHandle)
    {
        MessageType = messageType;
        IsShareable = IsOwnOrStatic(actor, handler) && (shouldHandle is null || IsOwnOrStatic(actor, shouldHandle));

        // Of a method of the actor only the method is kept: the delegate would keep the first instance alive.
        _method = MethodOf(actor, handler);
        _shouldHandleMethod = MethodOf(actor, shouldHandle);
        _handler = _method == 0 ? handler : null;
        _shouldHandle = _shouldHandleMethod == 0 ? shouldHandle : null;
        CatchesAll = messageType == typeof(object) && shouldHandle is null && handler is Action<object>;
    }

    public Type MessageType { get; }
    public bool IsShareable { get; }
    public bool CatchesAll { get; }

    public static ReceiveHandler Create<T>(ActorBase actor, Type messageType, Action<T> handler, Predicate<T> shouldHandle) =>
        new ActionHandler<T>(actor, messageType, handler, shouldHandle);

    public static ReceiveHandler Create<T>(ActorBase actor, Func<T, bool> handler) => new FuncHandler<T>(actor, handler);

    /// <summary>Whether this is what registering the delegates for the actor would give.</summary>
    public bool IsSame(ActorBase actor, Type messageType, Delegate handler, Delegate shouldHandle) =>
        MessageType == messageType
        && IsSame(actor, handler, _handler, _method)
        && IsSame(actor, shouldHandle, _shouldHandle, _shouldHandleMethod);

    /// <summary>Handles a message of the type; false if the handler does not want it.</summary>
    public abstract bool Handle(ActorBase actor, object message);

    private static bool IsSame(ActorBase actor, Delegate candidate, Delegate known, nint knownMethod) =>
        knownMethod == 0 ? ReferenceEquals(candidate, known) : knownMethod == MethodOf(actor, candidate);

    private static nint MethodOf(ActorBase actor, Delegate handler) =>
        handler is not null && ReferenceEquals(handler.Target, actor) ? MethodPointer(handler) : 0;

    // The compiler keeps a lambda without captures in a static field, so its delegate is always the same object. Its
    // target is the compiler's own class without state.
    private static bool IsOwnOrStatic(ActorBase actor, Delegate handler) =>
        handler.Target is not { } target
        || ReferenceEquals(target, actor)
        || (target.GetType().IsDefined(typeof(CompilerGeneratedAttribute))
            && target.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length == 0);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_methodPtr")]
    private static extern ref nint MethodPointer(Delegate handler);

    /// <summary>A delegate on the actor itself becomes one that takes the actor first; any other stays what it is.</summary>
    private static Func<object, T, bool> Open<T>(ActorBase actor, Delegate handler)
    {
        if (!ReferenceEquals(handler.Target, actor))
        {
            return handler switch
            {
                Action<T> action => (_, message) => Handled(action, message),
                Predicate<T> predicate => (_, message) => predicate(message),
                _ => (_, message) => ((Func<T, bool>)handler)(message),
            };
        }

        var opener = typeof(Opener<,>).MakeGenericType(handler.Method.DeclaringType!, typeof(T));
        return ((Opener<T>)Activator.CreateInstance(opener))!.Open(handler.Method);
    }

    private static bool Handled<T>(Action<T> action, T message)
    {
        action(message);
        return true;
    }

    private abstract class Opener<T>
    {
        public abstract Func<object, T, bool> Open(MethodInfo method);
    }

    private sealed class Opener<TActor, T> : Opener<T>
        where TActor : class
    {
        public override Func<object, T, bool> Open(MethodInfo method)
        {
            if (method.ReturnType == typeof(bool))
            {
                var function = method.CreateDelegate<Func<TActor, T, bool>>();
                return (actor, message) => function(Unsafe.As<TActor>(actor), message);
            }

            var action = method.CreateDelegate<Action<TActor, T>>();
            return (actor, message) =>
            {
                action(Unsafe.As<TActor>(actor), message);
                return true;
            };
        }
    }

    private sealed class ActionHandler<T>(ActorBase actor, Type messageType, Action<T> handler, Predicate<T> shouldHandle)
        : ReceiveHandler(actor, messageType, handler, shouldHandle)
    {
        private readonly Func<object, T, bool> _run = Open<T>(actor, handler);
        private readonly Func<object, T, bool> _fits = shouldHandle is null ? null : Open<T>(actor, shouldHandle);

        public override bool Handle(ActorBase actor, object message)
        {
            var typed = (T)message;
            return _fits?.Invoke(actor, typed) != false && _run(actor, typed);
        }
    }

    private sealed class FuncHandler<T>(ActorBase actor, Func<T, bool> handler) : ReceiveHandler(actor, typeof(T), handler, null)
    {
        private readonly Func<object, T, bool> _run = Open<T>(actor, handler);

        public override bool Handle(ActorBase actor, object message) => _run(actor, (T)message);
    }
}
