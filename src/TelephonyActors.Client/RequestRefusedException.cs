using TelephonyActors.TLibrary;

namespace TelephonyActors.Client;

/// <summary>The switch answered a request with EventError (call models, chapter 8); nothing has changed.</summary>
public sealed class RequestRefusedException(TEvent refusal)
    : Exception($"{refusal.Request ?? "The request"} is refused ({refusal.ErrorCode}): {refusal.ErrorMessage}")
{
    /// <summary>The code of chapter 8, such as 496.</summary>
    public int Code { get; } = refusal.ErrorCode ?? 0;

    /// <summary>The answer itself.</summary>
    public TEvent Refusal { get; } = refusal;
}
