using Akka.Event;

namespace Akka.Actor.Internal;

public sealed partial class ActorSystemImpl
{
    public override object RegisterExtension(IExtensionId extension)
    {
        if (extension is null)
            return null;
        return _extensions.GetOrAdd(extension.ExtensionType, _ => new Lazy<object>(() => extension.CreateExtension(this))).Value;
    }

    public override object GetExtension(IExtensionId extensionId) =>
        TryGetExtension(extensionId.ExtensionType, out var extension) ? extension : null;

    public override T GetExtension<T>() => TryGetExtension<T>(out var extension) ? extension : null;

    public override bool HasExtension(Type type) => _extensions.ContainsKey(type);

    public override bool HasExtension<T>() => HasExtension(typeof(T));

    public override bool TryGetExtension(Type extensionType, out object extension)
    {
        extension = _extensions.TryGetValue(extensionType, out var lazy) ? lazy.Value : null;
        return extension is not null;
    }

    public override bool TryGetExtension<T>(out T extension)
    {
        TryGetExtension(typeof(T), out var found);
        extension = found as T;
        return extension is not null;
    }

    private void LoadExtensions()
    {
        foreach (var name in Settings.Config.GetStringList("akka.extensions", []))
        {
            try
            {
                RegisterExtension((IExtensionId)Activator.CreateInstance(Type.GetType(name, true)));
            }
            catch (Exception e)
            {
                Log.Error(e, "While trying to load extension [{0}], skipping...", name);
            }
        }
    }
}
