using TelephonyActors.CallModel.Phones;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>One move of a random run. Its numbers are small and mean something whatever came before, so that any shorter run is one too.</summary>
internal abstract record Move
{
    private Move() { }

    /// <summary>A client sends a request; where it <paramref name="Fits"/>, from a DN and about a call that allow it as things stand.</summary>
    public sealed record Ask(int Client, RequestName Request, bool Fits, int Dn, WhichCall Call, int Other, WhichCall OtherCall) : Move;

    /// <summary>Somebody at a phone acts; without a call the phone means what it can only mean.</summary>
    public sealed record Touch(int Phone, PhoneAction Action, int Number, WhichCall? Call) : Move;

    /// <summary>So many entities take a message each.</summary>
    public sealed record Turns(int Count) : Move;

    /// <summary>Everything comes to rest.</summary>
    public sealed record Rest : Move;

    /// <summary>So many seconds pass, from rest to rest.</summary>
    public sealed record Wait(int Seconds) : Move;

    /// <summary>So many seconds pass while messages are on their way.</summary>
    public sealed record Pass(int Seconds) : Move;

    /// <summary>An entity fails while it handles its next message.</summary>
    public sealed record Break(Breakable Kind, int Index) : Move;

    /// <summary>The second client goes away, and another one comes.</summary>
    public sealed record Replace : Move;
}

/// <summary>Which entity fails.</summary>
internal enum Breakable
{
    Call,
    Dn,
    Line,
}

/// <summary>A call: the DN's own one of that place in its list, or one of the last few of the switch (ended ones and none at all included).</summary>
internal sealed record WhichCall(bool Own, int Index)
{
    public override string ToString() => Own ? $"own {Index}" : $"last {Index}";
}

/// <summary>A random run: its moves, the switch they are made on, and the seed of the interleaving.</summary>
internal sealed record RandomRun(int Switch, ulong Interleaving, IReadOnlyList<Move> Moves)
{
    public override string ToString() => $"switch {Switch}, interleaving {Interleaving}:\n  {string.Join("\n  ", Moves)}";
}
