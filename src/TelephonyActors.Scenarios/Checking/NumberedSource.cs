using TelephonyActors.TLibrary;

namespace TelephonyActors.Scenarios.Checking;

/// <summary>What numbers its events (call models 0): a DN, or one call's monitoring. The last two numbers that were heard.</summary>
/// <param name="fromOne">Whether it was heard from its first event on.</param>
internal class NumberedSource(bool fromOne)
{
    private bool _fromOne = fromOne;

    // How far the last number is from the one before: nearly always one; what does not fit is as good as the most that does.
    private int _gap;

    public long BeforeLast => Last - _gap;

    public long Last { get; private set; }

    public long Position { get; private set; }

    public void Push(long number, long position)
    {
        var before = _fromOne ? Last : number - 1;
        _fromOne = true;
        Set(before, number, position);
    }

    public void Replace(long number, long position) => Set(BeforeLast, number, position);

    /// <summary>Whether the last number and this one stand the wrong way round, and all is well otherwise.</summary>
    public bool IsSwapped(long number) => number == BeforeLast + 1 && Last == number + 1;

    public void PutRight(long number, long position) => Set(number, Last, position);

    private void Set(long before, long number, long position) =>
        (_gap, Last, Position) = ((int)Math.Clamp(number - before, int.MinValue, int.MaxValue), number, position);
}

/// <summary>The monitoring of one call.</summary>
internal sealed class NumberedCall(ConnID connID, bool fromOne) : NumberedSource(fromOne)
{
    public ConnID ConnID => connID;
}

/// <summary>The monitoring of calls, by their ConnIDs.</summary>
internal readonly struct NumberedByConnID : IKeys<ConnID, NumberedCall>
{
    public static ConnID Of(NumberedCall value) => value.ConnID;

    public static bool Is(NumberedCall value, ConnID key) => value.ConnID == key;
}
