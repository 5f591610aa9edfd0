using System.Collections.Immutable;
using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>
/// Looks for the shortest interleaving that still fails in the same way: leaves out moves, lets the switch come to rest before those
/// that are left, and takes choices back. Each attempt is a run; what is found is a run that fails, whatever was tried on the way.
/// </summary>
internal sealed class Shrinker
{
    // Enough for some hundred moves; a shrinker that finds nothing more ends long before.
    private const int Attempts = 6_000;

    // A race that is lost by a hair with the choices at hand may be won with others.
    private const int OtherChoices = 6;

    private readonly ExploredSystem _system;
    private readonly ExploreOptions _options;
    private readonly string _kind;
    private readonly Tally _unused = new();
    private Interleaving _best;
    private Failure _failure;
    private int _attempts;

    private Shrinker(ExploredSystem system, ExploreOptions options, Interleaving found, Failure failure)
    {
        (_system, _options, _best, _failure) = (system, options, found, failure);
        _kind = failure.Kind;
    }

    /// <summary>The shortest interleaving found that fails as the seed does, and how it fails.</summary>
    public static (Interleaving Shortest, Failure Failure) Shrink(ExploredSystem system, ExploreOptions options, ulong seed)
    {
        var choice = Explorer.ChoiceOf(seed);
        var (failure, moves) = SeedRun.OfSeed(system, options, seed, choice, new Tally());
        if (failure is null) throw new InvalidOperationException($"Seed {seed} does not fail a second time.");
        var shrinker = new Shrinker(system, options, new Interleaving(seed, moves, [.. choice.Made]), failure);
        shrinker.Shrink();
        return (shrinker._best, shrinker._failure);
    }

    private void Shrink()
    {
        bool shorter;
        do
        {
            shorter = DropMoves();
            shorter |= SettleBefore();
            shorter |= DropChoices();
        }
        while (shorter && _attempts < Attempts);
    }

    // From halves down to single moves.
    private bool DropMoves()
    {
        var shorter = false;
        for (var size = Math.Max(1, _best.Moves.Length / 2); size >= 1; size /= 2)
        {
            for (var at = _best.Moves.Length - size; at >= 0; at -= size)
            {
                if (at + size > _best.Moves.Length) continue;
                shorter |= Try(_best.Moves.RemoveRange(at, size));
            }
        }

        return shorter;
    }

    private bool SettleBefore()
    {
        var shorter = false;
        for (var at = 0; at < _best.Moves.Length; at++)
        {
            if (_best.Moves[at].Turns == TimedMove.ToRest) continue;
            shorter |= Try(_best.Moves.SetItem(at, _best.Moves[at] with { Turns = TimedMove.ToRest }));
        }

        return shorter;
    }

    private bool DropChoices()
    {
        if (_best.Choices.IsEmpty) return false;
        if (Try(_best.Moves, Choice.Replayed([]), [])) return true;
        var shorter = false;
        for (var keep = _best.Choices.Length / 2; keep < _best.Choices.Length; keep = (keep + _best.Choices.Length + 1) / 2)
        {
            var kept = _best.Choices[..keep];
            if (!Try(_best.Moves, Choice.Replayed(kept), kept)) continue;
            shorter = true;
            keep = 0;
        }

        return shorter | SetChoicesBack();
    }

    // The oldest actor goes first: the choice that looks like none.
    private bool SetChoicesBack()
    {
        var back = false;
        for (var at = 0; at < _best.Choices.Length; at++)
        {
            if (_best.Choices[at] == 0) continue;
            var choices = _best.Choices.SetItem(at, 0);
            back |= Try(_best.Moves, Choice.Replayed(choices), choices);
        }

        return back;
    }

    private bool Try(ImmutableArray<TimedMove> moves)
    {
        if (Try(moves, Choice.Replayed([]), [])) return true;
        if (!_best.Choices.IsEmpty && Try(moves, Choice.Replayed(_best.Choices), _best.Choices)) return true;
        for (var other = 0UL; other < OtherChoices; other++)
        {
            var choice = Choice.Seeded(other);
            if (Try(moves, choice, null, choice)) return true;
        }

        return false;
    }

    private bool Try(ImmutableArray<TimedMove> moves, Choice choice, ImmutableArray<int>? choices, SeededChoice? seeded = null)
    {
        if (_attempts++ >= Attempts) return false;
        var result = SeedRun.OfMoves(_system, _options, _best.Seed, moves, choice, _unused);
        if (result.Failure?.Kind != _kind) return false;
        _best = new Interleaving(_best.Seed, result.Moves, choices ?? [.. seeded!.Made]);
        _failure = result.Failure;
        return true;
    }
}
