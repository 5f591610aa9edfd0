using System.Text.RegularExpressions;
using Akka.Actor;

namespace Akka.Serialization;

/// <summary>Turns objects into bytes and back. It is made by the actor system, from <c>akka.actor.serializers</c>.</summary>
public abstract class Serializer
{
    protected readonly ExtendedActorSystem system;

    private readonly Lazy<int> _identifier;

    protected Serializer(ExtendedActorSystem system)
    {
        this.system = system;
        _identifier = new Lazy<int>(ConfiguredIdentifier);
    }

    /// <summary>
    /// The number under which the serializer is known for ever, by default that in <c>akka.actor.serialization-identifiers</c>.
    /// </summary>
    /// <exception cref="ArgumentException">None is configured.</exception>
    public virtual int Identifier => _identifier.Value;

    /// <summary>Whether reading needs to know the type.</summary>
    public abstract bool IncludeManifest { get; }

    public abstract byte[] ToBinary(object obj);

    public abstract object FromBinary(byte[] bytes, Type type);

    private int ConfiguredIdentifier()
    {
        const string path = "akka.actor.serialization-identifiers";
        foreach (var (name, identifier) in system.Settings.Config.GetConfig(path)?.AsEnumerable() ?? [])
        {
            if (Type.GetType(name, throwOnError: true) == GetType())
                return identifier.GetInt();
        }

        throw new ArgumentException($"Couldn't find serializer id for [{GetType()}] under [{path}] HOCON path");
    }
}

/// <summary>A serializer that chooses by itself what it calls a type in what it writes.</summary>
public abstract class SerializerWithStringManifest : Serializer
{
    protected SerializerWithStringManifest(ExtendedActorSystem system)
        : base(system)
    {
    }

    public sealed override bool IncludeManifest => true;

    public sealed override object FromBinary(byte[] bytes, Type type) => FromBinary(bytes, type.TypeQualifiedName());

    public abstract object FromBinary(byte[] bytes, string manifest);

    /// <summary>What tells, with the bytes, how to read the object again.</summary>
    public abstract string Manifest(object o);
}

/// <summary>Names of types that survive a new version of their assembly.</summary>
internal static partial class TypeNames
{
    public static string TypeQualifiedName(this Type type) => AssemblyDetails().Replace(type.AssemblyQualifiedName!, "");

    [GeneratedRegex(@", Version=[^,\]]*, Culture=[^,\]]*, PublicKeyToken=[^,\]]*")]
    private static partial Regex AssemblyDetails();
}
