namespace Akka.TestKit.Internal;

internal static class TimeSpanExtensions
{
    /// <summary>The shorter of the two; a negative one is infinitely long.</summary>
    public static TimeSpan Min(this TimeSpan a, TimeSpan? b)
    {
        if (b is not { Ticks: >= 0 } other)
            return a;
        return a < TimeSpan.Zero || other < a ? other : a;
    }

    public static void EnsureIsPositiveFinite(this TimeSpan duration, string parameterName)
    {
        if (duration < TimeSpan.Zero)
            throw new ArgumentException($"A duration of {duration} is negative.", parameterName);
    }
}
