using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Two values should have been equal.</summary>
public class AkkaEqualException : XunitException
{
    private AkkaEqualException(string message)
        : base(message)
    {
    }

    /// <summary>The exception for the two values.</summary>
    public static AkkaEqualException ForMismatchedValues(object expected, object actual, string because = null)
        => new($"Assert.Equal() Failure: {because ?? "Values differ"}{Environment.NewLine}"
            + $"Expected: {TextOf(expected)}{Environment.NewLine}"
            + $"Actual:   {TextOf(actual)}");

    private static string TextOf(object value) => value as string ?? ArgumentFormatter.Format(value);
}
