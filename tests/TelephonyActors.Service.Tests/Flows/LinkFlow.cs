using System.Collections.Immutable;
using System.Net;
using System.Text;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.Client;
using TelephonyActors.Scenarios.Files;
using TelephonyActors.Scenarios.Running;
using TelephonyActors.TLibrary;

namespace TelephonyActors.Service.Tests.Flows;

/// <summary>Plays one flow over the link and HTTP, as the scenario runner plays it in virtual time, and hears what the runner hears.</summary>
internal sealed class LinkFlow(ServiceProcess service, int at) : IAsyncDisposable
{
    private readonly Scenario _flow = RenamedFlows.All[at];
    private readonly List<ConnID> _calls = [];
    private TelephonyClient? _client;
    private IAsyncEnumerator<TEvent>? _events;

    /// <summary>Plays it; each step waits for as many events as the runner heard in it.</summary>
    /// <returns>The events of each column in the order heard, as lines that can be compared with the runner's.</returns>
    public async Task<ImmutableSortedDictionary<string, ImmutableArray<string>>> PlayAsync(ScenarioRun expected)
    {
        _client = await service.ConnectAsync();
        _events = _client.Events().GetAsyncEnumerator();
        foreach (var dn in _flow.Plan.Columns) await _client.RegisterAddressAsync(RenamedFlows.Renamed(dn, at));
        await _client.StartCallMonitoringAsync();
        await SkipAsync(EventName.EventACK);

        var columns = new Columns();
        for (var step = 0; step < expected.Steps.Length; step++)
        {
            await BeginAsync(_flow.Steps[step]);
            for (var left = expected.Steps[step].Columns.Sum(column => column.Heard.Count()); left > 0; left--)
                columns.Add(Named(await NextAsync()), _flow.Steps[step].Action);
        }

        await FenceAsync(columns);
        return columns.Lines();
    }

    public async ValueTask DisposeAsync()
    {
        if (_events is not null) await _events.DisposeAsync();
        if (_client is not null) await _client.DisposeAsync();
    }

    private async Task BeginAsync(ScenarioStep step)
    {
        switch (step.Action)
        {
            case StepAction.Request(var written, var connID, var other):
                await _client!.SendAsync(Renamed(written) with
                {
                    ConnID = connID is null ? written.ConnID : Call(connID),
                    OtherConnID = other is null ? written.OtherConnID : Call(other),
                });
                break;
            case StepAction.Phone(var act, var call):
                await ActAsync(act, call);
                break;
        }
    }

    private async Task ActAsync(PhoneAct act, CallReference? call)
    {
        var order = new StringBuilder($$"""{"action":"{{PhoneWords.Of(act.Action)}}" """);
        if (act.Destination is { } number) order.Append($",\"number\":\"{RenamedFlows.Renamed(number, at)}\"");
        if (call is not null) order.Append($",\"connId\":\"{Call(call)}\"");
        using var body = new StringContent(order.Append('}').ToString());
        using var answer = await service.Http.PostAsync($"/phones/{WebUtility.UrlEncode(RenamedFlows.Renamed(act.Number, at))}", body);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NoContent, HttpStatusCode.Conflict });
    }

    private TRequest Renamed(TRequest written) => written with
    {
        ThisDN = written.ThisDN is { } dn ? RenamedFlows.Renamed(dn, at) : null,
        OtherDN = written.OtherDN is { } other ? RenamedFlows.Renamed(other, at) : null,
    };

    private string Call(CallReference call) => _calls[call.Number - 1].ToString();

    private async Task<TEvent> NextAsync()
    {
        Assert.True(await _events!.MoveNextAsync().AsTask().Patiently());
        if (_events.Current is { Event: EventName.EventCallCreated, ConnID: { } created }) _calls.Add(created);
        return _events.Current;
    }

    private async Task SkipAsync(EventName last)
    {
        while ((await NextAsync()).Event != last)
        {
        }
    }

    // What a DN said too much comes before its answer to a question.
    private async Task FenceAsync(Columns columns)
    {
        foreach (var dn in _flow.Plan.Columns)
        {
            await _client!.SendAsync(new TRequest { Request = "TQueryAddress", ReferenceID = -1, ThisDN = RenamedFlows.Renamed(dn, at) });
            for (var heard = await NextAsync(); heard.ReferenceID != -1; heard = await NextAsync())
                columns.Add(Named(heard), new StepAction.Wait(TimeSpan.Zero));
        }
    }

    // As the flow itself names the numbers.
    private TEvent Named(TEvent heard)
    {
        var text = RenamedFlows.Original(TLibraryJson.Write(heard), at);
        Assert.True(TLibraryJson.TryReadEvent(Encoding.UTF8.GetBytes(text), out TEvent? named, out string? fault), fault);
        return named;
    }
}
