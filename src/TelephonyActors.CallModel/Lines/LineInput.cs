using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Lines;

/// <summary>What a shared line can be told or asked (call models, chapter 7).</summary>
public abstract record LineInput
{
    private LineInput() { }

    /// <summary>A member wants to dial: it gets the lowest free appearance or none.</summary>
    public sealed record SeizeAsked(string Member, long Attempt) : LineInput;

    /// <summary>A member's seizure ended without dialing.</summary>
    public sealed record SeizureEnded(string Member, int Appearance) : LineInput;

    /// <summary>A call to the line wants the lowest free appearance.</summary>
    public sealed record AppearanceAsked(ConnID ConnID) : LineInput;

    /// <summary>A call sits on the appearance from now on: a member dialed, or a call took another's parties.</summary>
    public sealed record Occupied(int Appearance, ConnID ConnID) : LineInput;

    /// <summary>How the line's members take part in a call: whether one is connected, whether one holds it.</summary>
    public sealed record StandingChanged(ConnID ConnID, int Appearance, bool Connected, bool Held) : LineInput;

    /// <summary>A call is leaving the appearance: its parties are about to be told.</summary>
    public sealed record Vacating(int Appearance, ConnID ConnID) : LineInput;

    /// <summary>A call has left the appearance, and its parties have been told.</summary>
    public sealed record Vacated(int Appearance, ConnID ConnID) : LineInput;

    /// <summary>A call that had asked for an appearance is gone.</summary>
    public sealed record Withdrawn(ConnID ConnID) : LineInput;

    /// <summary>Somebody at a member's phone wants the held calls of the line (retrieve), or the active ones (bargeIn).</summary>
    public sealed record CallsAsked(string Member, long Attempt, bool Held) : LineInput;
}
