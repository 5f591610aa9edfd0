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
        LineInput.SeizeAsked or LineInput.AppearanceAsked => Ask(line, input),
        LineInput.SeizureEnded(var member, var appearance) =>
            Free(line, appearance, use => use is AppearanceUse.Seized seized && seized.Member == member),
        LineInput.Vacating(var appearance, var connID) when Carries(line.Appearances[appearance - 1], connID) =>
            new(Use(line, appearance, new AppearanceUse.Vacating(connID, [])), []),
        LineInput.Vacated(var appearance, var connID) => Free(line, appearance, use => Carries(use, connID)),
        LineInput.Withdrawn(var connID) => Withdraw(line, connID),
        LineInput.Occupied(var appearance, var connID) =>
            Put(line, appearance, new AppearanceUse.Occupied(connID, Connected: false, Held: false)),
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
        if (inHand is LineInput.SeizeAsked or LineInput.AppearanceAsked) outputs.Add(GiveNothing(line, inHand));
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
                case AppearanceUse.Vacating vacating:
                    foreach (var asked in vacating.Waiting) outputs.Add(GiveNothing(line, asked));
                    line = Use(line, appearance, vacating with { Waiting = [] });
                    break;
            }
        }

        return new(line, outputs.ToImmutable());
    }

    private static LineOutput GiveNothing(SharedLine line, LineInput asked) => asked switch
    {
        LineInput.SeizeAsked(var member, var attempt) =>
            new LineOutput.ToDn(member, new DnInput.Refused(attempt, Refusal.Failed($"line {line.Number}"))),
        LineInput.AppearanceAsked(var connID) => new LineOutput.ToCall(connID, new CallInput.AppearanceAnswered(line.Number, null)),
        _ => throw new ArgumentException($"{asked} asks for no appearance."),
    };

    // call models 7: a call takes the lowest free appearance. Who has heard that an appearance is free can have it. One that is being
    // vacated is given only when everybody has been told, or two calls would stand on it in one column.
    private static LineDecision Ask(SharedLine line, LineInput asked)
    {
        foreach (var use in line.Appearances)
        {
            if (use is AppearanceUse.Free) break;
            if (use is not AppearanceUse.Vacating vacating) continue;

            var waiting = vacating with { Waiting = vacating.Waiting.Add(asked) };
            return new(line with { Appearances = line.Appearances.Replace(vacating, waiting) }, []);
        }

        return asked switch
        {
            LineInput.SeizeAsked(var member, var attempt) => Seize(line, member, attempt),
            LineInput.AppearanceAsked(var connID) => Grant(line, connID),
            _ => new(line, []),
        };
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
        line.Appearances[changed.Appearance - 1] is AppearanceUse.Occupied occupied && occupied.ConnID == changed.ConnID
            ? Use(line, changed.Appearance, new AppearanceUse.Occupied(changed.ConnID, changed.Connected, changed.Held))
            : line;

    private static ImmutableArray<ConnID> Calls(SharedLine line, bool held) =>
        [.. line.Appearances.OfType<AppearanceUse.Occupied>().Where(use => held ? use.Held : use.Connected).Select(use => use.ConnID)];

    private static LineDecision Withdraw(SharedLine line, ConnID connID)
    {
        ImmutableArray<LineOutput> outputs = [];
        for (var appearance = 1; appearance <= line.Appearances.Length; appearance++)
        {
            if (line.Appearances[appearance - 1] is AppearanceUse.Vacating vacating)
                line = Use(line, appearance, vacating with { Waiting = vacating.Waiting.Remove(new LineInput.AppearanceAsked(connID)) });
            var freed = Free(line, appearance, use => Carries(use, connID));
            (line, outputs) = (freed.Next, outputs.AddRange(freed.Outputs));
        }

        return new(line, outputs);
    }

    private static bool Carries(AppearanceUse use, ConnID connID) => use switch
    {
        AppearanceUse.Occupied occupied => occupied.ConnID == connID,
        AppearanceUse.Vacating vacating => vacating.ConnID == connID,
        _ => false,
    };

    // Who gives back what is another's by now changes nothing.
    private static LineDecision Free(SharedLine line, int appearance, Func<AppearanceUse, bool> isTheirs) =>
        isTheirs(line.Appearances[appearance - 1]) ? Put(line, appearance, AppearanceUse.Free.Instance) : new(line, []);

    // Who waited for the appearance asks again.
    private static LineDecision Put(SharedLine line, int appearance, AppearanceUse use)
    {
        var before = line.Appearances[appearance - 1];
        line = Use(line, appearance, use);
        if (before is not AppearanceUse.Vacating { Waiting: var waiting }) return new(line, []);

        ImmutableArray<LineOutput> outputs = [];
        foreach (var asked in waiting)
        {
            var answered = Ask(line, asked);
            (line, outputs) = (answered.Next, outputs.AddRange(answered.Outputs));
        }

        return new(line, outputs);
    }

    private static SharedLine Use(SharedLine line, int appearance, AppearanceUse use) =>
        line with { Appearances = line.Appearances.SetItem(appearance - 1, use) };
}
