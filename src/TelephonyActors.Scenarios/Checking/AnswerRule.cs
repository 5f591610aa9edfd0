using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>What is known about the requests that the answers in a stream belong to.</summary>
public enum RequestKnowledge
{
    /// <summary>Nothing: answers to several clients may stand in the stream.</summary>
    None,

    /// <summary>The stream is that of one client; its requests are told where they are known.</summary>
    OneClient,

    /// <summary>The stream is that of the scenario runner: between two rests at most one request, which has a ReferenceID.</summary>
    OnePerStep,
}

/// <summary>Invariant 8: every request has exactly one answer, and no other client sees its ReferenceID (call models 8).</summary>
internal struct AnswerRule(StreamState state, RequestKnowledge knowledge)
{
    private OpenRequests _open;
    private Dictionary<long, TEvent>? _lastAnswers;
    private bool _requestsAreTold;
    private Shown? _ofStep;
    private Shown? _unasked;

    public void Request(TRequest request, long position)
    {
        _requestsAreTold = true;
        if (request.ReferenceID is { } referenceID) _open.Add(referenceID, request, position);
    }

    /// <summary>The request that an answer belongs to, where it is known.</summary>
    public TRequest? Hear(TEvent heard, long position)
    {
        if (knowledge == RequestKnowledge.OnePerStep && heard.NeedsRequest()) _unasked ??= new Shown(heard, position);
        if (heard.ReferenceID is not { } referenceID)
        {
            if (heard.Event.IsAnswerOnly() && AlwaysNumbered)
                state.Report(8, position, $"{heard.Event} answers a request, but bears no ReferenceID");
            return null;
        }

        if (!heard.Event.CanAnswer()) state.Report(8, position, $"{heard.Event} answers no request, but bears ReferenceID {referenceID}");
        else if (knowledge == RequestKnowledge.OnePerStep) HearInStep(heard, referenceID, position);
        else if (knowledge == RequestKnowledge.OneClient) return HearOfClient(heard, referenceID, position);
        return null;
    }

    public void AtRest()
    {
        if (_unasked is { } unasked && _ofStep is null)
            state.Report(8, unasked.Position, $"{unasked.Heard.Event} follows from a request, but no event of the step answers one");
        (_unasked, _ofStep) = (null, null);
        foreach (var (request, position) in _open.TakeAll())
            state.Report(8, position, $"{request.Request} with ReferenceID {request.ReferenceID} has no answer");
    }

    private readonly bool AlwaysNumbered => knowledge == RequestKnowledge.OnePerStep;

    private void HearInStep(TEvent heard, long referenceID, long position)
    {
        if (_ofStep is { } answer)
        {
            state.Report(8, position,
                $"{heard.Event} with ReferenceID {referenceID} is a second answer in this step: {answer.Heard.Event} was the first");
        }
        else
        {
            _ofStep = new Shown(heard, position);
        }
    }

    private TRequest? HearOfClient(TEvent heard, long referenceID, long position)
    {
        if (!_requestsAreTold)
        {
            // A client may use a number again; the same answer word for word is another matter.
            _lastAnswers ??= [];
            if (_lastAnswers.TryGetValue(referenceID, out var last) && last == heard)
                state.Report(8, position, $"{heard.Event} with ReferenceID {referenceID} has come before");
            _lastAnswers[referenceID] = heard;
            return null;
        }

        if (_open.Take(referenceID, heard) is not { } request)
        {
            state.Report(8, position, $"{heard.Event} bears ReferenceID {referenceID}, but no request of it is waiting for an answer");
            return null;
        }

        if (!Answers.Fits(heard, request))
        {
            state.Report(8, position,
                $"{heard.Event} of DN {heard.ThisDN} is no answer to {request.Request} of DN {request.ThisDN}, ReferenceID {referenceID}");
        }

        return request;
    }

    private sealed record Shown(TEvent Heard, long Position);
}
