using TelephonyActors.TLibrary;

namespace TelephonyActors.Switch.Tests.Threads;

/// <summary>
/// One client of a load: some of its DNs dial, the others answer what rings; when everybody talks, all of them release, both sides
/// of each call at the same time.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="dials">Its DNs that dial, and whom.</param>
/// <param name="answers">Its DNs that are called, each once.</param>
internal sealed class Driver(ThreadClient client, IReadOnlyDictionary<string, string> dials, IReadOnlyCollection<string> answers)
{
    private readonly Dictionary<string, ConnID> _talking = [];
    private int _answered;
    private int _rung;

    public ThreadClient Client => client;

    public void Register()
    {
        foreach (var dn in dials.Keys.Concat(answers)) client.Send(RequestName.TRegisterAddress, dn);
        client.AwaitAnswers();
    }

    /// <summary>Ends when every DN that dials is through and every DN that is called has rung and knows whether it was first.</summary>
    public void TalkEverywhere()
    {
        foreach (var (dn, to) in dials) client.Send(RequestName.TMakeCall, dn, other: to);
        while (_answered < dials.Count || _rung < answers.Count || !client.IsAnswered)
        {
            var heard = client.Next();
            switch (heard.Event)
            {
                case EventName.EventRinging:
                    _rung++;
                    client.Send(RequestName.TAnswerCall, heard.ThisDN, heard.ConnID);
                    break;
                case EventName.EventEstablished:
                    _talking.Add(heard.ThisDN!, heard.ConnID!);
                    if (dials.ContainsKey(heard.ThisDN!)) _answered++;
                    break;
                case EventName.EventError:
                    Assert.Equal((496, Words.Of(RequestName.TAnswerCall)), (heard.ErrorCode, heard.Request));
                    break;
            }
        }
    }

    /// <summary>Ends when every DN is idle and every request answered: released here, or too late.</summary>
    public void ReleaseEverything()
    {
        foreach (var (dn, call) in _talking) client.Send(RequestName.TReleaseCall, dn, call);
        while (_talking.Count > 0 || !client.IsAnswered)
        {
            var heard = client.Next();
            if (heard.Event == EventName.EventReleased) Assert.True(_talking.Remove(heard.ThisDN!));
            else if (heard.Event == EventName.EventError) Assert.Equal((56, Words.Of(RequestName.TReleaseCall)), (heard.ErrorCode, heard.Request));
        }
    }
}
