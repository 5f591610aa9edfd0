using TelephonyActors.CallModel;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Sessions.Recording;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Http;

/// <summary>What somebody does at a phone: the body of <c>POST /phones/{number}</c>.</summary>
/// <param name="Action">offHook, dial, answer, hangUp, hold, retrieve or bargeIn.</param>
/// <param name="Number">The number to dial.</param>
/// <param name="ConnId">Which call, where two fit.</param>
internal sealed record PhoneOrder(string? Action, string? Number, string? ConnId);

/// <summary>What came of an order: nothing to say, or a status and a sentence.</summary>
internal abstract record PhoneAnswer
{
    private PhoneAnswer() { }

    public sealed record Done : PhoneAnswer;

    public sealed record Refused(int Status, string Sentence) : PhoneAnswer;
}

/// <summary>Acts at the phones of the switch, as a <c>phone</c> step of a scenario does (contract, chapters 3 and 5).</summary>
internal sealed class Phones(ISwitch at)
{
    private const int BadOrder = 400;
    private const int NoSuchNumber = 404;
    private const int NotAllowed = 409;
    private const int Stopping = 503;

    public async Task<PhoneAnswer> ActAsync(string number, PhoneOrder order, CancellationToken cancellation)
    {
        if (!at.Plan.IsDn(number) && !at.Plan.IsExternal(number)) return new PhoneAnswer.Refused(NoSuchNumber, $"{number} is no number of the switch.");
        if (WhatIsWrong(number, order, out var act) is { } sentence) return new PhoneAnswer.Refused(BadOrder, sentence);

        try
        {
            await at.ReadyAsync(cancellation);
        }
        catch (RecordingFailedException failed)
        {
            return new PhoneAnswer.Refused(Stopping, $"The service is stopping. {failed.Message}");
        }

        var outcome = new TaskCompletionSource<PhoneOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        at.Act(act!, outcome.SetResult);
        return await outcome.Task.WaitAsync(cancellation) switch
        {
            PhoneOutcome.NotAllowed { Code: (int)ErrorCode.NoSuchDn } no => new PhoneAnswer.Refused(NoSuchNumber, $"{no.Why}."),
            PhoneOutcome.NotAllowed no => new PhoneAnswer.Refused(NotAllowed, $"{no.Why}."),
            PhoneOutcome.Ambiguous two => new PhoneAnswer.Refused(NotAllowed, $"{two.Why}; connId can say which."),
            _ => new PhoneAnswer.Done(),
        };
    }

    private string? WhatIsWrong(string number, PhoneOrder order, out PhoneAct? act)
    {
        act = null;
        if (order.Action is null) return $"action is missing; allowed: {PhoneWords.All}.";
        if (!PhoneWords.TryParse(order.Action, out var action)) return $"action cannot be '{order.Action}'; allowed: {PhoneWords.All}.";
        if (at.Plan.IsExternal(number) && action is not (PhoneAction.Dial or PhoneAction.Answer or PhoneAction.HangUp))
            return $"action cannot be '{order.Action}' at a number outside the switch; allowed: dial, answer, hangUp.";
        if (action == PhoneAction.Dial && string.IsNullOrEmpty(order.Number)) return "number is missing; allowed: the number to dial.";
        if (action != PhoneAction.Dial && order.Number is not null) return $"number cannot be given with '{order.Action}'; allowed: with dial.";
        ConnID? connID = null;
        if (order.ConnId is not null && !ConnID.TryParse(order.ConnId, out connID))
            return $"connId cannot be '{order.ConnId}'; allowed: 16 lower-case hexadecimal digits.";

        act = new PhoneAct(number, action, order.Number, connID);
        return null;
    }
}
