using System.Collections.Immutable;
using TelephonyActors.Host.Serving;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Host.Watching;

/// <summary>
/// The calls that live and the last ones that have ended, with their events, within limits: what does not fit is counted, not kept.
/// </summary>
internal sealed class WatchedCalls(ViewLimits limits)
{
    private const int Shards = 16;

    private readonly Shard[] _shards = [.. Enumerable.Range(0, Shards).Select(_ => new Shard(limits))];

    /// <summary>How many calls have been created since the watch began.</summary>
    public long Created => _shards.Sum(shard => shard.Created);

    public long Live => _shards.Sum(shard => shard.Live);

    public void Note(ConnID connID, TEvent heard) => ShardOf(connID).Note(connID, heard);

    /// <summary>Takes over a call that was there before the watch began.</summary>
    /// <param name="connID">The call.</param>
    /// <param name="told">The answer to TQueryCall.</param>
    /// <param name="parties">Its parties.</param>
    public void Restore(ConnID connID, TEvent told, IEnumerable<WatchedParty> parties) => ShardOf(connID).Restore(connID, told, parties);

    /// <summary>A call, live or among the last ones that have ended, with its events; null where there is none.</summary>
    public (CallSnapshot Call, ImmutableArray<TEvent> Events)? Find(ConnID connID) => ShardOf(connID).Find(connID);

    /// <summary>All calls that are known, in no order.</summary>
    public List<CallSnapshot> All(bool live, bool ended)
    {
        var all = new List<CallSnapshot>();
        foreach (var shard in _shards) shard.AddTo(all, live, ended);
        return all;
    }

    private Shard ShardOf(ConnID connID) => _shards[connID.Value % Shards];

    /// <summary>Some of the calls, under a lock of their own: entities report from many threads.</summary>
    private sealed class Shard(ViewLimits limits)
    {
        // Calls of which monitoring has not told: it comes, or it was over before the DN's own event came.
        private const int MostUncreated = 4096;

        private readonly Lock _gate = new();
        private readonly Dictionary<ConnID, WatchedCall> _calls = [];
        private readonly Queue<ConnID> _ended = [];
        private readonly Queue<ConnID> _uncreated = [];
        private int _kept;

        public long Created { get; private set; }

        public long Live { get; private set; }

        public void Note(ConnID connID, TEvent heard)
        {
            lock (_gate)
            {
                if (!_calls.TryGetValue(connID, out var call))
                {
                    // A late event of a call that is long forgotten brings nothing back.
                    if (heard.Event is EventName.EventReleased or EventName.EventAbandoned or EventName.EventOnHook) return;
                    _calls[connID] = call = new WatchedCall(connID, heard);
                    if (heard.Event != EventName.EventCallCreated) Await(connID);
                }

                Note(connID, call, heard);
            }
        }

        public void Restore(ConnID connID, TEvent told, IEnumerable<WatchedParty> parties)
        {
            lock (_gate)
            {
                if (!_calls.TryGetValue(connID, out var call)) _calls[connID] = call = new WatchedCall(connID, told);
                // Each of its DNs tells of it, and it may be over by now.
                if (call.IsCreated || !call.IsLive) return;
                call.Restore(parties);
                Live++;
            }
        }

        public (CallSnapshot, ImmutableArray<TEvent>)? Find(ConnID connID)
        {
            lock (_gate) return _calls.TryGetValue(connID, out var call) ? (call.Snapshot, call.Events) : null;
        }

        public void AddTo(List<CallSnapshot> all, bool live, bool ended)
        {
            lock (_gate)
            {
                foreach (var call in _calls.Values)
                    if (call.IsLive ? live : ended) all.Add(call.Snapshot);
            }
        }

        private void Note(ConnID connID, WatchedCall call, TEvent heard)
        {
            var keep = call.Kept < limits.EventsPerCall && _kept < limits.Events / Shards;
            var (wasLive, before) = (call.IsLive, call.Kept);
            call.Note(heard, keep);
            _kept += call.Kept - before;
            if (heard.Event == EventName.EventCallCreated)
            {
                Created++;
                Live++;
            }

            if (!wasLive || call.IsLive) return;
            if (call.IsCreated) Live--;
            _ended.Enqueue(connID);
            if (_ended.Count > limits.EndedCalls / Shards) Forget(_ended.Dequeue());
        }

        private void Await(ConnID connID)
        {
            _uncreated.Enqueue(connID);
            if (_uncreated.Count <= MostUncreated) return;
            var oldest = _uncreated.Dequeue();
            if (_calls.TryGetValue(oldest, out var call) && !call.IsCreated) Forget(oldest);
        }

        private void Forget(ConnID connID)
        {
            if (_calls.Remove(connID, out var call)) _kept -= call.Kept;
        }
    }
}
