namespace Akka.Dispatch;

/// <summary>What is left of a turn.</summary>
internal struct Turn
{
    private const int MessagesBetweenLooksAtTheClock = 64;
    private const int EnoughMessages = 128;
    private const int MessagesOfLongTurn = 64;
    private const long LongestTurnMilliseconds = 10;

    private readonly bool _isFair;
    private readonly bool _oneMessage;
    private long _begin;
    private int _left;

    /// <summary>A turn as Akka.NET counts it.</summary>
    public Turn(int throughput, bool oneMessage)
    {
        _left = throughput;
        _oneMessage = oneMessage;
    }

    private Turn(bool isFair)
    {
        _isFair = isFair;
        _left = EnoughMessages;
    }

    /// <summary>Whether the turn has handled so much that its actor should not have to wait as long as others for the next one.</summary>
    public readonly bool IsLong => _isFair && EnoughMessages - _left >= MessagesOfLongTurn;

    /// <summary>
    /// A turn that handles at least what was there when it began: with a fixed number of messages, a receiver fed by thousands of
    /// senders would fall behind without end. It does not wait for more than a few that come meanwhile, so that what waits at
    /// another hot receiver is still in the processor's cache when that one's turn comes.
    /// </summary>
    public static Turn Fair() => new(isFair: true);

    /// <summary>Whether the turn goes on after a message; <paramref name="batchDone"/> if all that was there has been handled.</summary>
    public bool MayContinue(bool batchDone)
    {
        if (!_isFair)
            return !_oneMessage && _left-- > 0;

        _left--;
        if (batchDone)
            return _left > 0;
        if (_left % MessagesBetweenLooksAtTheClock != 0)
            return true;
        var now = Environment.TickCount64;
        if (_begin == 0)
            _begin = now;
        return now - _begin <= LongestTurnMilliseconds;
    }
}
