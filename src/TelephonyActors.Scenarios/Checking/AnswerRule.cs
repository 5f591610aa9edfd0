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
internal struct AnswerRule
{
    private OpenRequests _open;

    public void Request(StreamState state, TRequest request, long position)
    {
        state.RequestsAreTold = true;
        if (request.ReferenceID is { } referenceID) _open.Add(referenceID, request, position);
    }

    /// <summary>The request that an answer belongs to, where it is known.</summary>
    public TRequest? Hear(StreamState state, TEvent heard, long position)
    {
        var knowledge = state.Requests;
        if (knowledge == RequestKnowledge.OnePerStep && heard.NeedsRequest()) state.UntoldOrNew.Unasked ??= new Shown(heard, position);
        if (heard.ReferenceID is not { } referenceID)
        {
            if (heard.Event.IsAnswerOnly() && knowledge == RequestKnowledge.OnePerStep)
                state.Report(8, position, $"{heard.Event} answers a request, but bears no ReferenceID");
            return null;
        }

        if (!heard.Event.CanAnswer()) state.Report(8, position, $"{heard.Event} answers no request, but bears ReferenceID {referenceID}");
        else if (knowledge == RequestKnowledge.OnePerStep) HearInStep(state, heard, referenceID, position);
        else if (knowledge == RequestKnowledge.OneClient) return HearOfClient(state, heard, referenceID, position);
        return null;
    }

    public void AtRest(StreamState state)
    {
        if (state.Untold is { Unasked: { } unasked, OfStep: null })
            state.Report(8, unasked.Position, $"{unasked.Heard.Event} follows from a request, but no event of the step answers one");
        if (state.Untold is { } untold) (untold.Unasked, untold.OfStep) = (null, null);
        foreach (var (request, position) in _open.TakeAll())
            state.Report(8, position, $"{request.Request} with ReferenceID {request.ReferenceID} has no answer");
    }

    private static void HearInStep(StreamState state, TEvent heard, long referenceID, long position)
    {
        if (state.UntoldOrNew.OfStep is { } answer)
        {
            state.Report(8, position,
                $"{heard.Event} with ReferenceID {referenceID} is a second answer in this step: {answer.Heard.Event} was the first");
        }
        else
        {
            state.UntoldOrNew.OfStep = new Shown(heard, position);
        }
    }

    private TRequest? HearOfClient(StreamState state, TEvent heard, long referenceID, long position)
    {
        if (!state.RequestsAreTold)
        {
            // A client may use a number again; the same answer word for word is another matter.
            var lastAnswers = state.UntoldOrNew.LastAnswers;
            if (lastAnswers.TryGetValue(referenceID, out var last) && last == heard)
                state.Report(8, position, $"{heard.Event} with ReferenceID {referenceID} has come before");
            lastAnswers[referenceID] = heard;
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
}

/// <summary>An event, and where it stands.</summary>
internal sealed record Shown(TEvent Heard, long Position);

/// <summary>What is kept where requests are not told: the answers, and in the stream of a scenario those of this step.</summary>
internal sealed class UntoldRequests
{
    public Dictionary<long, TEvent> LastAnswers { get; } = [];

    public Shown? OfStep { get; set; }

    public Shown? Unasked { get; set; }
}
