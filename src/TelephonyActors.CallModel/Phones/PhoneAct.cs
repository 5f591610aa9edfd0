using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Phones;

/// <summary>What somebody at a phone can do (contract, phone actions).</summary>
public enum PhoneAction
{
    OffHook,
    Dial,
    Answer,
    HangUp,
    Hold,
    Retrieve,
    BargeIn,
}

/// <summary>
/// An action at the phone of <paramref name="Number"/>. <paramref name="Destination"/>: the number to dial.
/// <paramref name="ConnID"/>: which call, where two fit.
/// </summary>
public sealed record PhoneAct(string Number, PhoneAction Action, string? Destination, ConnID? ConnID);

/// <summary>What came of an action at a phone.</summary>
public abstract record PhoneOutcome
{
    private PhoneOutcome() { }

    /// <summary>The switch did it.</summary>
    public sealed record Done : PhoneOutcome
    {
        public static Done Instance { get; } = new();
    }

    /// <summary>The switch does not allow it; nothing changed. <paramref name="Code"/> as chapter 8 would answer the request.</summary>
    public sealed record NotAllowed(int Code, string Why) : PhoneOutcome;

    /// <summary>Two or more calls fit and the action did not say which; nothing changed.</summary>
    public sealed record Ambiguous(string Why) : PhoneOutcome;
}
