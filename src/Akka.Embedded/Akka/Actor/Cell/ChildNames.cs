namespace Akka.Actor;

/// <summary>An actor's named children by name. The name is the child's own: a key beside each would cost a million children 16 MB.</summary>
internal sealed class ChildNames
{
    // Up to here the set doubles as it likes.
    private const int Many = 10_000;

    private readonly HashSet<ActorCell> _children;
    private readonly HashSet<ActorCell>.AlternateLookup<string> _byName;

    public ChildNames()
    {
        _children = new HashSet<ActorCell>(ByName.Instance);
        _byName = _children.GetAlternateLookup<string>();
    }

    public ActorCell Find(string name) => _byName.TryGetValue(name, out var child) ? child : null;

    /// <summary>False if the name is taken.</summary>
    public bool TryAdd(ActorCell child)
    {
        if (_children.Count == _children.Capacity && _children.Count > Many)
            _children.EnsureCapacity(_children.Count + (_children.Count / 4));
        return _children.Add(child);
    }

    public void Remove(ActorCell child)
    {
        _children.Remove(child);
        if (_children.Count == 0 && _children.Capacity > Many)
            _children.TrimExcess();
    }

    private sealed class ByName : IEqualityComparer<ActorCell>, IAlternateEqualityComparer<string, ActorCell>
    {
        public static readonly ByName Instance = new();

        public bool Equals(ActorCell x, ActorCell y) => ReferenceEquals(x, y) || x.Name == y.Name;

        public int GetHashCode(ActorCell child) => child.Name.GetHashCode();

        public bool Equals(string name, ActorCell child) => child.Name == name;

        public int GetHashCode(string name) => name.GetHashCode();

        public ActorCell Create(string name) => throw new NotSupportedException("A name alone makes no child.");
    }
}
