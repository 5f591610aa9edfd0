using TelephonyActors.Scenarios.Simulating;

namespace TelephonyActors.Scenarios.Exploring;

/// <summary>Which client has registered which DN, as far as its requests tell: mostly a client asks about DNs that it has.</summary>
internal sealed class Registrations(int clients)
{
    private readonly HashSet<(int Client, string Dn)> _registered = [];
    private readonly List<int> _of = [];

    public int Clients { get; } = clients;

    /// <summary>False where it has it already.</summary>
    public bool Add(int client, string dn) => _registered.Add((client, dn));

    public void Remove(int client, string dn) => _registered.Remove((client, dn));

    public void Forget(int client) => _registered.RemoveWhere(registered => registered.Client == client);

    /// <summary>A client that has registered the DN where there is one; now and then any client.</summary>
    public int ClientOf(string dn, SeededGenerator random)
    {
        _of.Clear();
        if (random.Next(25) != 0)
        {
            for (var client = 0; client < Clients; client++)
                if (_registered.Contains((client, dn))) _of.Add(client);
        }

        return _of.Count == 0 ? random.Next(Clients) : _of[random.Next(_of.Count)];
    }
}
