using TelephonyActors.CallModel.Phones;

namespace TelephonyActors.Scenarios.Files;

/// <summary>The words for what somebody at a phone does (contract, chapter 3, Phone actions).</summary>
public static class PhoneWords
{
    private static readonly Dictionary<string, PhoneAction> Actions = new(StringComparer.Ordinal)
    {
        ["offHook"] = PhoneAction.OffHook,
        ["dial"] = PhoneAction.Dial,
        ["answer"] = PhoneAction.Answer,
        ["hangUp"] = PhoneAction.HangUp,
        ["hold"] = PhoneAction.Hold,
        ["retrieve"] = PhoneAction.Retrieve,
        ["bargeIn"] = PhoneAction.BargeIn,
    };

    /// <summary>All of them, as the end of a sentence that says what is allowed.</summary>
    public static string All { get; } = string.Join(", ", Actions.Keys);

    public static bool TryParse(string word, out PhoneAction action) => Actions.TryGetValue(word, out action);

    public static string Of(PhoneAction action) => Actions.First(pair => pair.Value == action).Key;
}
