using System.Text;

namespace Akka.Actor;

/// <summary>
/// The place of an actor in the hierarchy: the names from the root down. Two paths are equal if address and names are;
/// the uid, which tells incarnations under one name apart, does not take part.
/// </summary>
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    /// <summary>What a name may contain apart from ASCII letters and digits.</summary>
    public const string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    internal const string ValidActorNameDescription =
        $"Actor paths MUST: not start with `$`, not be empty, and only contain ASCII letters, digits and these special characters: `{ValidSymbols}`";

    private protected ActorPath(Address address, ActorPath parent, string name, long uid)
    {
        Address = address;
        Parent = parent;
        Name = name;
        Uid = uid;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    public string Name { get; }
    public Address Address { get; }
    public ActorPath Parent { get; }
    public long Uid { get; }
    public int Depth { get; }

    /// <summary>The names below the root, in order.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            var elements = new string[Depth];
            var path = this;
            for (var i = Depth - 1; i >= 0; i--, path = path.Parent)
                elements[i] = path.Name;
            return elements;
        }
    }

    public static ActorPath operator /(ActorPath path, string name)
    {
        var (plain, uid) = SplitUid(name);
        return new ChildActorPath(path, plain, uid);
    }

    public static ActorPath operator /(ActorPath path, IEnumerable<string> name)
    {
        foreach (var element in name)
        {
            if (!string.IsNullOrEmpty(element))
                path /= element;
        }

        return path;
    }

    public static bool operator ==(ActorPath left, ActorPath right) => left is null ? right is null : left.Equals(right);
    public static bool operator !=(ActorPath left, ActorPath right) => !(left == right);

    public static bool TryParse(string path, out ActorPath actorPath)
    {
        actorPath = null;
        var protocol = path.IndexOf("://", StringComparison.Ordinal);
        if (protocol < 4)
            return false;

        var slash = path.IndexOf('/', protocol + 3);
        var end = slash < 0 ? path.Length : slash;
        if (!Address.TryParse(path.AsSpan(0, end), out var address))
            return false;

        actorPath = new RootActorPath(address);
        if (slash >= 0)
            actorPath /= path[slash..].Split('/');
        return true;
    }

    public static bool IsValidPathElement(string s) => !string.IsNullOrEmpty(s) && s[0] != '$' && HasValidCharacters(s);

    public bool Equals(ActorPath other)
    {
        if (other is null || Depth != other.Depth || Address != other.Address)
            return false;

        for (ActorPath a = this, b = other; !ReferenceEquals(a, b); a = a.Parent, b = b.Parent)
        {
            if (a is null || b is null || a.Name != b.Name)
                return false;
        }

        return true;
    }

    public override bool Equals(object obj) => Equals(obj as ActorPath);

    public override int GetHashCode()
    {
        var hash = Address.GetHashCode();
        for (var path = this; path is not null; path = path.Parent)
            hash = HashCode.Combine(hash, path.Name);
        return hash;
    }

    public int CompareTo(ActorPath other) => other is null ? 1 : string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => Join(Address.ToString());

    public string ToStringWithoutAddress() => Join("");

    internal static (string Name, long Uid) SplitUid(string name)
    {
        var hash = name.IndexOf('#');
        return hash < 0
            ? (name, ActorCell.UndefinedUid)
            : (name[..hash], long.Parse(name.AsSpan(hash + 1), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool HasValidCharacters(string s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(s[i]) || ValidSymbols.Contains(s[i]))
                continue;
            if (s[i] != '%' || i + 2 >= s.Length || !char.IsAsciiHexDigit(s[i + 1]) || !char.IsAsciiHexDigit(s[i + 2]))
                return false;
            i += 2;
        }

        return true;
    }

    private string Join(string prefix)
    {
        if (Depth == 0)
            return prefix + "/";

        var text = new StringBuilder(prefix);
        foreach (var element in Elements)
            text.Append('/').Append(element);
        return text.ToString();
    }
}

/// <summary>The root of an actor system's hierarchy.</summary>
public sealed class RootActorPath(Address address, string name = "") : ActorPath(address, null, name, ActorCell.UndefinedUid);

/// <summary>A path below the root.</summary>
public sealed class ChildActorPath(ActorPath parentPath, string name, long uid) : ActorPath(parentPath.Address, parentPath, name, uid);
