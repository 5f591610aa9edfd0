using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>What clients hear (chapter 8): every event of a DN while they have it registered, none before or after; so with monitoring.</summary>
internal sealed class ClientWatch(ModelWorld world)
{
    private readonly Dictionary<int, Ear> _ears = [];

    public void Forget(int client) => _ears.Remove(client);

    public void Check()
    {
        foreach (var (client, heard) in world.Heard)
        {
            if (!_ears.TryGetValue(client, out var ear)) _ears.Add(client, ear = new Ear());
            for (; ear.Read < heard.Count; ear.Read++) See(client, ear, heard[ear.Read]);
            foreach (var (dn, last) in ear.Registered)
                if (last is { } number && number != world.Dns[dn].Dn.Sequence)
                    throw new InvariantBroken(7, $"client {client} has heard {number} of {world.Dns[dn].Dn.Sequence} events of {dn}");
        }
    }

    private static void See(int client, Ear ear, TEvent heard)
    {
        if (heard.Event == EventName.EventRegistered) ear.Registered[heard.ThisDN!] = null;
        else if (heard.Event == EventName.EventUnregistered) ear.Registered.Remove(heard.ThisDN!);
        else if (heard.EventSequenceNumber is { } number && heard.ThisDN is { } dn)
        {
            if (!ear.Registered.TryGetValue(dn, out var last)) throw new InvariantBroken(8, $"client {client} hears {heard.Event} of {dn}, which it has not registered");
            if (last is not null && number != last + 1) throw new InvariantBroken(7, $"client {client} hears {heard.Event} {number} of {dn} after {last}");
            ear.Registered[dn] = number;
        }
    }

    private sealed class Ear
    {
        public int Read { get; set; }

        /// <summary>The last number heard of each DN; null: none yet.</summary>
        public Dictionary<string, long?> Registered { get; } = [];
    }
}
