using System.Collections;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Says whether a message is the expected one: by its own equality or order, sequences element by element.</summary>
internal sealed class AkkaAssertEqualityComparer<T>
{
    public bool Equals(T x, T y)
    {
        if (x is null || y is null)
            return x is null && y is null;
        switch (x)
        {
            case IEquatable<T> equatable:
                return equatable.Equals(y);
            case IComparable<T> comparable:
                return comparable.CompareTo(y) == 0;
            case IComparable comparable:
                return comparable.CompareTo(y) == 0;
            case IEnumerable elements when y is IEnumerable others:
                return elements.Cast<object>().SequenceEqual(others.Cast<object>(), Elements.Instance);
            default:
                return x.GetType() == y.GetType() && object.Equals(x, y);
        }
    }

    private sealed class Elements : IEqualityComparer<object>
    {
        public static readonly Elements Instance = new();

        public new bool Equals(object x, object y) => new AkkaAssertEqualityComparer<object>().Equals(x, y);

        public int GetHashCode(object obj) => obj.GetHashCode();
    }
}
