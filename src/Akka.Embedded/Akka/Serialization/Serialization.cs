using System.Collections.Concurrent;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration.Hocon;
using Akka.Event;

namespace Akka.Serialization;

/// <summary>
/// The serializers of an actor system: <c>akka.actor.serializers</c> by name, <c>akka.actor.serialization-bindings</c> by type.
/// </summary>
public class Serialization
{
    private readonly Dictionary<string, Serializer> _byName = [];
    private readonly Dictionary<int, Serializer> _byId = [];
    private readonly List<(Type Type, Serializer Serializer)> _bindings = [];
    private readonly ConcurrentDictionary<Type, Serializer> _byType = new();
    private readonly Serializer _default;

    public Serialization(ExtendedActorSystem system)
    {
        System = system;
        _default = new PrimitiveJsonSerializer(system);
        Add("json", _default);
        Add("bytes", new ByteArraySerializer(system));
        AddConfigured();
        Bind(typeof(byte[]), _byName["bytes"]);
        BindConfigured();
    }

    public ExtendedActorSystem System { get; }

    /// <summary>The serializer with which instances of the type are written.</summary>
    /// <param name="objectType">The type.</param>
    /// <param name="defaultSerializerName">The one to take where no binding fits.</param>
    public Serializer FindSerializerForType(Type objectType, string defaultSerializerName = null)
    {
        if (_byType.TryGetValue(objectType, out var serializer))
            return serializer;

        serializer = _bindings.Find(b => b.Type != typeof(object) && b.Type.IsAssignableFrom(objectType)).Serializer
            ?? (defaultSerializerName is null ? null : _byName.GetValueOrDefault(defaultSerializerName))
            ?? _bindings.Find(b => b.Type == typeof(object)).Serializer
            ?? _default;
        _byType[objectType] = serializer;
        return serializer;
    }

    /// <summary>Reads what the serializer of that number wrote.</summary>
    /// <exception cref="SerializationException">There is no such serializer, or no such type.</exception>
    public object Deserialize(byte[] bytes, int serializerId, string manifest)
    {
        if (!_byId.TryGetValue(serializerId, out var serializer))
        {
            throw new SerializationException(
                $"Cannot find serializer with id [{serializerId}] (manifest [{manifest}]). The most probable reason is that " +
                "the configuration entry 'akka.actor.serializers' is not in sync between the two systems.");
        }

        if (serializer is SerializerWithStringManifest withManifest)
            return withManifest.FromBinary(bytes, manifest);
        return serializer.FromBinary(bytes, string.IsNullOrEmpty(manifest) ? null : TypeOf(manifest, serializerId));
    }

    /// <summary>What is kept with the bytes so that they can be read.</summary>
    public static string ManifestFor(Serializer serializer, object message) => serializer switch
    {
        SerializerWithStringManifest withManifest => withManifest.Manifest(message),
        { IncludeManifest: true } => message.GetType().TypeQualifiedName(),
        _ => string.Empty,
    };

    private static Type TypeOf(string manifest, int serializerId) =>
        Type.GetType(manifest, throwOnError: false)
        ?? throw new SerializationException($"Cannot find manifest class [{manifest}] for serializer with id [{serializerId}].");

    private void AddConfigured()
    {
        foreach (var (name, value) in Section("akka.actor.serializers"))
        {
            var typeName = value.GetString();
            if (Type.GetType(typeName) is not { } type)
                System.Log.Warning("The type name for serializer '{0}' did not resolve to an actual Type: '{1}'", name, typeName);
            else
                Add(name, (Serializer)Activator.CreateInstance(type, System));
        }
    }

    private void BindConfigured()
    {
        foreach (var (typeName, value) in Section("akka.actor.serialization-bindings"))
        {
            var name = value.GetString();
            if (Type.GetType(typeName) is not { } type)
            {
                System.Log.Warning(
                    "The type name for message/serializer binding '{0}' did not resolve to an actual Type: '{1}'", name, typeName);
            }
            else if (!_byName.TryGetValue(name, out var serializer))
            {
                System.Log.Warning("Serialization binding to non existing serializer: '{0}'", name);
            }
            else
            {
                Bind(type, serializer);
            }
        }
    }

    private IEnumerable<KeyValuePair<string, HoconValue>> Section(string path) =>
        System.Settings.Config.GetConfig(path) is { IsEmpty: false } section ? section.AsEnumerable() : [];

    private void Add(string name, Serializer serializer)
    {
        _byName[name] = serializer;
        _byId[serializer.Identifier] = serializer;
    }

    private void Bind(Type type, Serializer serializer)
    {
        _bindings.RemoveAll(b => b.Type == type);
        _bindings.Add((type, serializer));
    }
}
