namespace Akka.Dispatch;

/// <summary>What is left of a turn.</summary>
internal struct Turn
{
    private const int MessagesBetweenLooksAtTheClock = 64;
    private const long TurnMilliseconds = 1;
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
        _left = MessagesBetweenLooksAtTheClock;
    }

    /// <summary>
    /// A turn that handles at least what was there when it began, then what has come since, for about a millisecond: with
    /// a fixed number of messages, a receiver fed by thousands of senders would fall behind without end.
    /// </summary>
    public static Turn Fair() => new(isFair: true);

    /// <summary>Whether the turn goes on after a message; <paramref name="batchDone"/> if all that was there has been handled.</summary>
    public bool MayContinue(bool batchDone)
    {
        if (!_isFair)
            return !_oneMessage && _left-- > 0;
        if (--_left > 0)
            return true;

        _left = MessagesBetweenLooksAtTheClock;
        var now = Environment.TickCount64;
        if (_begin == 0)
            _begin = now;
        return now - _begin <= (batchDone ? TurnMilliseconds : LongestTurnMilliseconds);
    }
}
