using TelephonyActors.Scenarios.Checking;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>Invariant 8 at one client: each of its requests has exactly one answer, and it sees no other client's (call models 9).</summary>
internal sealed class AnswerCheck(int client, Action<Failure> fail)
{
    private readonly Dictionary<long, TRequest> _open = [];

    public void Sent(TRequest request) => _open.Add(request.ReferenceID!.Value, request);

    /// <summary>Whether the event answers a request of this client.</summary>
    public bool Hear(TEvent heard)
    {
        if (heard.ReferenceID is not { } referenceID)
        {
            if (heard.Event.IsAnswerOnly()) fail(Failure.OfInvariant(8, $"client {client} hears {heard.Event}, which answers a request, without ReferenceID"));
            return false;
        }

        if (!_open.Remove(referenceID, out var request))
            fail(Failure.OfInvariant(8, $"client {client} hears {heard.Event} with ReferenceID {referenceID}, and no request of its waits for that"));
        else if (!Answers.Fits(heard, request))
            fail(Failure.OfInvariant(8, $"client {client} hears {heard.Event} of DN {heard.ThisDN} as the answer to {request.Request} of DN {request.ThisDN}"));
        return true;
    }

    /// <summary>The switch has nothing left to do: nothing that was asked may still wait (a hang).</summary>
    public void AtRest()
    {
        if (_open.Count == 0) return;
        var (referenceID, request) = _open.First();
        fail(new Failure(Failure.Hang, $"{request.Request} of DN {request.ThisDN} by client {client} (ReferenceID {referenceID}) has no answer, and the switch is at rest"));
        _open.Clear();
    }
}
