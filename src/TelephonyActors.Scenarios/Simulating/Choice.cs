namespace TelephonyActors.Scenarios.Simulating;

/// <summary>
/// Which of the actors that have something to do goes next. Actors are told apart by their ordinal, the order in which they were
/// created: what they are called inside Akka.NET, and the order in which it makes them runnable, is random in places (the
/// subscribers of an event stream, the children of a parent), and nothing random may reach a trace.
/// </summary>
public abstract class Choice
{
    /// <summary>
    /// Whether timers due at the same moment race each other. Where they do not, what one causes has come to rest before the next
    /// one fires.
    /// </summary>
    internal abstract bool TimersRace { get; }

    /// <summary>
    /// The actors in turn: after an actor the next younger one that can run, after the youngest the oldest again. Unlike the order
    /// of becoming runnable this does not depend on Akka.NET's own system messages: a turn that handles nothing else changes
    /// nothing about who is next, so that a scenario runs alike with every version of it.
    /// </summary>
    public static Choice InTurn() => new Turns();

    /// <summary>Any of them, as a generator says that starts from <paramref name="seed"/>.</summary>
    public static SeededChoice Seeded(ulong seed) => new(new SeededGenerator(seed));

    /// <summary>
    /// The choices that <see cref="SeededChoice.Made"/> recorded, once more; after the last of them the oldest actor that can run.
    /// An edited list is a valid one: a number that is too large wraps around.
    /// </summary>
    public static Choice Replayed(IReadOnlyList<int> made) => new Replay(made);

    /// <summary>Chooses one of the runnable actors, given by their ordinals in rising order; there is at least one.</summary>
    internal abstract int Choose(ReadOnlySpan<long> runnable);

    private sealed class Turns : Choice
    {
        private long _last = -1;

        internal override bool TimersRace => false;

        internal override int Choose(ReadOnlySpan<long> runnable)
        {
            var found = runnable.BinarySearch(_last + 1);
            var index = found >= 0 ? found : ~found;
            if (index == runnable.Length)
                index = 0;
            _last = runnable[index];
            return index;
        }
    }

    private sealed class Replay(IReadOnlyList<int> made) : Choice
    {
        private int _next;

        internal override bool TimersRace => true;

        internal override int Choose(ReadOnlySpan<long> runnable) =>
            runnable.Length == 1 || _next == made.Count ? 0 : made[_next++] % runnable.Length;
    }
}

/// <summary>Choices that follow from a seed, and a record of them.</summary>
public sealed class SeededChoice : Choice
{
    private readonly SeededGenerator _generator;
    private readonly List<int> _made = [];

    internal SeededChoice(SeededGenerator generator) => _generator = generator;

    /// <summary>Every choice made so far where there was one: which of the runnable actors, counted from the oldest.</summary>
    public IReadOnlyList<int> Made => _made;

    internal override bool TimersRace => true;

    internal override int Choose(ReadOnlySpan<long> runnable)
    {
        if (runnable.Length == 1)
            return 0;
        var chosen = _generator.Next(runnable.Length);
        _made.Add(chosen);
        return chosen;
    }
}
