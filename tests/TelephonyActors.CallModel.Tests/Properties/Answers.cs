using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>call models 9.8: every request has exactly one answer, and no other client sees its ReferenceID; so with phones.</summary>
internal sealed class Answers
{
    private readonly Dictionary<long, (int Client, TRequest Request)> _sent = [];
    private readonly Dictionary<long, PhoneAct> _acts = [];
    private readonly Dictionary<int, int> _read = [];
    private readonly HashSet<long> _open = [];
    private long _last;

    public void Sent(int client, TRequest request)
    {
        _last = request.ReferenceID!.Value;
        _sent.Add(_last, (client, request));
        _open.Add(_last);
    }

    public void Acted(long number, PhoneAct act)
    {
        _last = number;
        _acts.Add(number, act);
    }

    /// <summary>A client that has gone needs no answers.</summary>
    public void Forget(int client) => _open.RemoveWhere(reference => _sent[reference].Client == client);

    public void Check(ModelWorld world)
    {
        foreach (var (client, heard) in world.Heard)
        {
            for (var at = _read.GetValueOrDefault(client); at < heard.Count; at++)
            {
                if (heard[at].ReferenceID is not { } reference) continue;
                var (by, request) = _sent[reference];
                if (by != client) throw new InvariantBroken(8, $"client {client} sees the ReferenceID of client {by}'s {request.Request}: {heard[at].Event}");
                if (!_open.Remove(reference)) throw new InvariantBroken(8, $"{request.Request} {reference} has a second answer, {heard[at].Event}");
            }

            _read[client] = heard.Count;
        }

        foreach (var reference in _open)
            throw new InvariantBroken(8, $"{TLibraryJson.Write(_sent[reference].Request)} of client {_sent[reference].Client} has no answer");
        foreach (var (number, act) in _acts)
            if (!world.Outcomes.TryGetValue(number, out var outcomes) || outcomes.Count != 1)
                throw new InvariantBroken(8, $"{act} has {outcomes?.Count ?? 0} outcomes instead of one");
    }

    /// <summary>Whether what was asked last was refused (but for 52, where something happened), at rest.</summary>
    public bool LastWasRefused(ModelWorld world)
    {
        if (world.Outcomes.TryGetValue(_last, out var outcomes)) return outcomes[^1] is not PhoneOutcome.Done;

        return world.Heard.Values.Any(heard => heard.Count > 0 && heard[^1] is { Event: EventName.EventError } error && error.ReferenceID == _last);
    }
}

/// <summary>An invariant of chapter 9 does not hold.</summary>
internal sealed class InvariantBroken(int invariant, string sentence) : Exception($"invariant {invariant}: {sentence}");
