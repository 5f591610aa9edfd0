using System.Collections.Immutable;
using TelephonyActors.CallModel.Calls;
using TelephonyActors.CallModel.Dns;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Lines;

/// <summary>What a shared line decided: its next state and what its actor does.</summary>
public readonly record struct LineDecision(SharedLine Next, ImmutableArray<LineOutput> Outputs);

/// <summary>The rules of a shared line (call models, chapter 7) as a total function: it arbitrates its appearances.</summary>
public static class LineDecider
{
    public static LineDecision Decide(SharedLine line, LineInput input) => input switch
    {
        LineInput.SeizeAsked(var member, var attempt) => Seize(line, member, attempt),
        LineInput.AppearanceAsked(var connID) => Grant(line, connID),
        LineInput.SeizureEnded(var member, var appearance) =>
            new(Free(line, appearance, use => use is AppearanceUse.Seized seized && seized.Member == member), []),
        LineInput.Vacated(var appearance, var connID) => new(Free(line, appearance, use => Carries(use, connID)), []),
        LineInput.Withdrawn(var connID) => new(Withdraw(line, connID), []),
        LineInput.Occupied(var appearance, var connID) => new(Use(line, appearance, new AppearanceUse.Occupied(connID, Connected: false, Held: false)), []),
        LineInput.StandingChanged changed => new(Stand(line, changed), []),
        LineInput.CallsAsked(var member, var attempt, var held) => new(line, [new LineOutput.ToDn(member, new DnInput.LineCallsTold(attempt, Calls(line, held)))]),
        _ => new(line, []),
    };

    /// <summary>
    /// The actor of the line failed while it handled an input (none: null): each of its calls ends, each seizure is gone, and who
    /// waits for it gets nothing (call models 8, An entity that fails). Its calls give their appearances back as they end.
    /// </summary>
    public static LineDecision Fail(SharedLine line, LineInput? inHand)
    {
        var outputs = ImmutableArray.CreateBuilder<LineOutput>();
        if (inHand is LineInput.SeizeAsked asked)
            outputs.Add(new LineOutput.ToDn(asked.Member, new DnInput.Refused(asked.Attempt, Refusal.Failed($"line {line.Number}"))));
        else if (inHand is LineInput.AppearanceAsked wanted)
            outputs.Add(new LineOutput.ToCall(wanted.ConnID, new CallInput.AppearanceAnswered(line.Number, null)));
        else if (inHand is not null)
        {
            var heard = Decide(line, inHand);
            line = heard.Next;
            outputs.AddRange(heard.Outputs);
        }

        for (var appearance = 1; appearance <= line.Appearances.Length; appearance++)
        {
            switch (line.Appearances[appearance - 1])
            {
                case AppearanceUse.Seized seized:
                    outputs.Add(new LineOutput.ToDn(seized.Member, new DnInput.SeizureLost(new Seat(line.Number, appearance))));
                    break;
                case AppearanceUse.Occupied occupied:
                    outputs.Add(new LineOutput.ToCall(occupied.ConnID, new CallInput.LineFailed(line.Number)));
                    break;
            }
        }

        return new(line, outputs.ToImmutable());
    }

    private static LineDecision Seize(SharedLine line, string member, long attempt)
    {
        var free = LowestFree(line);
        var next = free is null ? line : Use(line, free.Appearance, new AppearanceUse.Seized(member));
        return new(next, [new LineOutput.ToDn(member, new DnInput.Seized(attempt, free))]);
    }

    private static LineDecision Grant(SharedLine line, ConnID connID)
    {
        var free = LowestFree(line);
        var next = free is null ? line : Use(line, free.Appearance, new AppearanceUse.Occupied(connID, Connected: false, Held: false));
        return new(next, [new LineOutput.ToCall(connID, new CallInput.AppearanceAnswered(line.Number, free))]);
    }

    // call models 7: a call takes the lowest free appearance; all taken means busy.
    private static Seat? LowestFree(SharedLine line)
    {
        var index = line.Appearances.IndexOf(AppearanceUse.Free.Instance);
        return index < 0 ? null : new Seat(line.Number, index + 1);
    }

    private static SharedLine Stand(SharedLine line, LineInput.StandingChanged changed) =>
        Carries(line.Appearances[changed.Appearance - 1], changed.ConnID)
            ? Use(line, changed.Appearance, new AppearanceUse.Occupied(changed.ConnID, changed.Connected, changed.Held))
            : line;

    private static ImmutableArray<ConnID> Calls(SharedLine line, bool held) =>
        [.. line.Appearances.OfType<AppearanceUse.Occupied>().Where(use => held ? use.Held : use.Connected).Select(use => use.ConnID)];

    private static SharedLine Withdraw(SharedLine line, ConnID connID)
    {
        for (var appearance = 1; appearance <= line.Appearances.Length; appearance++) line = Free(line, appearance, use => Carries(use, connID));
        return line;
    }

    private static bool Carries(AppearanceUse use, ConnID connID) => use is AppearanceUse.Occupied occupied && occupied.ConnID == connID;

    // Who gives back what is another's by now changes nothing.
    private static SharedLine Free(SharedLine line, int appearance, Func<AppearanceUse, bool> isTheirs) =>
        isTheirs(line.Appearances[appearance - 1]) ? Use(line, appearance, AppearanceUse.Free.Instance) : line;

    private static SharedLine Use(SharedLine line, int appearance, AppearanceUse use) =>
        line with { Appearances = line.Appearances.SetItem(appearance - 1, use) };
}
