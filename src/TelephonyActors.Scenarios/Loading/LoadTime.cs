using System.Diagnostics;

namespace TelephonyActors.Scenarios.Loading;

/// <summary>The time in which a load runs: the machine's, or a simulation's.</summary>
public abstract class LoadTime
{
    /// <summary>Now, in ticks of 100 ns since some moment.</summary>
    public abstract long Now { get; }

    /// <summary>Lets the switch work for so long, or until <see cref="Wake"/>.</summary>
    public abstract void Pass(TimeSpan span);

    /// <summary>Something has come to an end: whoever lets time pass should look.</summary>
    public virtual void Wake()
    {
    }

    /// <summary>The machine's time.</summary>
    public sealed class Real : LoadTime, IDisposable
    {
        private readonly ManualResetEventSlim _woken = new();

        public override long Now => Stopwatch.GetElapsedTime(0).Ticks;

        public override void Pass(TimeSpan span)
        {
            _woken.Wait(span);
            _woken.Reset();
        }

        public override void Wake() => _woken.Set();

        public void Dispose() => _woken.Dispose();
    }
}
