using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Akka.Dispatch;

namespace TelephonyActors.Scenarios.Simulating;

/// <summary>
/// Everything that can run at this moment: the mailboxes, in the order of their actors' creation, and what is none (continuations
/// of tasks, work given to the dispatcher), in the order of arrival. Work that other threads do meanwhile is counted. Any thread
/// may add; one takes.
/// </summary>
internal sealed class RunQueue
{
    private readonly object _gate = new();
    private readonly Dictionary<IRunnable, long> _ordinals = new(ReferenceEqualityComparer.Instance);
    private readonly List<long> _runnableOrdinals = [];
    private readonly List<IRunnable> _runnable = [];
    private readonly Queue<object> _work = new();
    private long _created;
    private int _outside;
    private bool _waits;

    /// <summary>Actors that have not ended.</summary>
    public int Actors
    {
        get
        {
            lock (_gate)
                return _ordinals.Count;
        }
    }

    /// <summary>An actor was created: its mailbox takes the next ordinal.</summary>
    public void Enter(IRunnable mailbox)
    {
        lock (_gate)
            _ordinals[mailbox] = _created++;
    }

    /// <summary>An actor has ended.</summary>
    public void Leave(IRunnable mailbox)
    {
        lock (_gate)
            _ordinals.Remove(mailbox);
    }

    /// <summary>Adds what a dispatcher is to execute: a mailbox that has become runnable, or any other work.</summary>
    public void Add(IRunnable run)
    {
        lock (_gate)
        {
            if (_ordinals.TryGetValue(run, out var ordinal))
            {
                var place = ~CollectionsMarshal.AsSpan(_runnableOrdinals).BinarySearch(ordinal);
                _runnableOrdinals.Insert(place, ordinal);
                _runnable.Insert(place, run);
            }
            else
            {
                _work.Enqueue(run);
            }

            Wake();
        }
    }

    /// <summary>Adds a continuation.</summary>
    public void Add(Task continuation)
    {
        lock (_gate)
        {
            _work.Enqueue(continuation);
            Wake();
        }
    }

    /// <summary>
    /// Takes what goes next, a task or a runnable: other work first, it is what tasks already under way wait for; then the mailbox
    /// chosen.
    /// </summary>
    public bool TryTake(Choice choice, [NotNullWhen(true)] out object? next)
    {
        lock (_gate)
        {
            if (_work.TryDequeue(out next))
                return true;
            if (_runnable.Count == 0)
                return false;
            var chosen = choice.Choose(CollectionsMarshal.AsSpan(_runnableOrdinals));
            next = _runnable[chosen];
            _runnable.RemoveAt(chosen);
            _runnableOrdinals.RemoveAt(chosen);
            return true;
        }
    }

    /// <summary>Work begins outside, on a thread of its own.</summary>
    public void BeginOutside()
    {
        lock (_gate)
            _outside++;
    }

    /// <summary>Work outside has ended and added what comes of it.</summary>
    public void EndOutside()
    {
        lock (_gate)
        {
            _outside--;
            Wake();
        }
    }

    /// <summary>Waits until there is something to take; false at once where nothing is under way that could bring it.</summary>
    public bool WaitForOutside()
    {
        lock (_gate)
        {
            while (_work.Count == 0 && _runnable.Count == 0)
            {
                if (_outside == 0)
                    return false;
                _waits = true;
                Monitor.Wait(_gate);
                _waits = false;
            }

            return true;
        }
    }

    // Nobody waits as a rule, and waking nobody is not free.
    private void Wake()
    {
        if (_waits) Monitor.Pulse(_gate);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _ordinals.Clear();
            _runnable.Clear();
            _runnableOrdinals.Clear();
            _work.Clear();
        }
    }
}
