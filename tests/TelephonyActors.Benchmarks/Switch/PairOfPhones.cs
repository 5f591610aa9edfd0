using TelephonyActors.Benchmarks.CallModel;
using TelephonyActors.Switch;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Benchmarks.Switch;

/// <summary>A client with two DNs that makes one call after the other between them, driven by what it hears.</summary>
internal sealed class PairOfPhones : IClientListener
{
    private readonly ISwitchClient _client;
    private readonly string _caller;
    private readonly string _callee;
    private readonly SemaphoreSlim _done;
    private long _lastReferenceID;
    private int _released;
    private int _left;

    public PairOfPhones(ISwitch at, int pair, SemaphoreSlim done)
    {
        (_caller, _callee, _done) = (BasicCall.Caller(pair), BasicCall.Callee(pair), done);
        _client = at.Connect(this);
        foreach (var dn in new[] { _caller, _callee }) Send(RequestName.TRegisterAddress, dn);
    }

    /// <summary>Makes calls; when both DNs have heard the end of the last one, <c>done</c> is released.</summary>
    public void MakeCalls(int calls)
    {
        _left = calls;
        Send(RequestName.TMakeCall, _caller, other: _callee);
    }

    public void Hear(TEvent heard)
    {
        switch (heard.Event)
        {
            case EventName.EventRinging when heard.ThisDN == _callee: Send(RequestName.TAnswerCall, _callee, heard.ConnID); break;
            case EventName.EventEstablished when heard.ThisDN == _caller: Send(RequestName.TReleaseCall, _caller, heard.ConnID); break;
            case EventName.EventReleased: Released(); break;
            case EventName.EventError: throw new InvalidOperationException(heard.ErrorMessage);
        }
    }

    private void Send(RequestName name, string dn, ConnID? call = null, string? other = null) =>
        _client.Send(BasicCall.Request(name, dn, Interlocked.Increment(ref _lastReferenceID), call, other));

    // The two DNs report on threads of their own.
    private void Released()
    {
        if (Interlocked.Increment(ref _released) % 2 != 0) return;

        if (--_left > 0) Send(RequestName.TMakeCall, _caller, other: _callee);
        else _done.Release();
    }
}

/// <summary>Counts the events of call monitoring, and does nothing with them.</summary>
internal sealed class Monitoring : IClientListener
{
    public Monitoring(ISwitch at) => at.Connect(this).Send(
        new TRequest { Request = Words.Of(RequestName.TStartCallMonitoring), ReferenceID = 1 });

    public long Events { get; private set; }

    public void Hear(TEvent heard) => Events++;
}
