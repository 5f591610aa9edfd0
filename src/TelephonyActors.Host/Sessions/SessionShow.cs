using System.Globalization;
using TelephonyActors.Sessions.Journal;
using TelephonyActors.Sessions.Replaying;

namespace TelephonyActors.Host.Sessions;

/// <summary>Says of each run of a session what it was and how much is recorded of it.</summary>
internal sealed class SessionShow(TextWriter output)
{
    private RunHeader? _run;
    private long _inputs;
    private long _events;
    private long _calls;
    private DateTimeOffset _last;

    public void Add(SessionItem item)
    {
        switch (item)
        {
            case SessionItem.Run(var header):
                Finish();
                (_run, _inputs, _events, _calls, _last) = (header, 0, 0, 0, header.Started);
                break;
            case SessionItem.Record(var record):
                _inputs++;
                _events += HeardEvents.Of(record).Count();
                if (record.Input is CallModel.Calls.CallInput.Dialed) _calls++;
                _last = record.Time;
                break;
        }
    }

    public void Finish()
    {
        if (_run is not { } run) return;
        var plan = run.Switch;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"run {run.Run}: {run.Name}, {_calls} calls, {_inputs} inputs, {_events} events in {(_last - run.Started).TotalSeconds:0.###} s"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  started {run.Started.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} by version {run.Version} on {run.Akka}; switch {plan.Name}: {plan.Dns.Length} DNs, {plan.SharedLines.Length} shared lines, {plan.Externals.Length} externals"));
    }
}
