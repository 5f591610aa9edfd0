using TelephonyActors.CallModel.Dns;
using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Properties;

/// <summary>
/// Which DN, and which of its calls, a request could be about as things stand, so that random requests get anywhere. What is on its way
/// may have changed it by the time the request is looked at, and that is where things collide.
/// </summary>
internal static class Fitting
{
    /// <summary>The DN, its call, and for two calls the current one.</summary>
    public sealed record Place(string Dn, ConnID? Call, ConnID? OtherCall);

    /// <summary>
    /// One of those that fit the request, else one for what gets a call on its way: an answer, the release of a call that leads nowhere, or
    /// another call; null: nothing of it fits.
    /// </summary>
    public static (RequestName Request, Place Place)? Find(ModelWorld world, RequestName wanted, int index)
    {
        foreach (var request in (RequestName[])[wanted, RequestName.TAnswerCall, RequestName.TMakeCall])
        {
            var places = world.Plan.Columns.SelectMany(number => Of(world, world.Dns[number].Dn, request)).ToList();
            if (places.Count > 0) return (request, places[index % places.Count]);
        }

        var nowhere = world.Dns.Values.SelectMany(dn => Those(dn.Dn, PartyState.Busy)).FirstOrDefault();
        return nowhere is null ? null : (RequestName.TReleaseCall, nowhere);
    }

    /// <summary>A number that the request can name: one that would ring, or for TDeleteFromConference one that is in the call; null: none.</summary>
    public static string? Target(ModelWorld world, RequestName request, Place place, int index)
    {
        List<string> targets = request == RequestName.TDeleteFromConference
            ? [.. world.Dns.Values.Where(dn => dn.Dn.CallOf(place.Call!) is not null).Select(dn => dn.Name)]
            :
            [
                .. world.Dns.Values.Where(dn => dn.Name != place.Dn && (dn.Dn.Kind == DnKind.External || dn.Dn.Calls.Length < dn.Dn.Lines)).Select(dn => dn.Name),
                .. world.Plan.SharedLines.Select(line => line.Number),
            ];
        // A member that is no party names itself, and barges in.
        if (request == RequestName.TSingleStepConference && world.Dns[place.Dn].Dn.CallOf(place.Call!) is null) return place.Dn;
        return targets.Count == 0 ? null : targets[index % targets.Count];
    }

    private static IEnumerable<Place> Of(ModelWorld world, Dn dn, RequestName request) => request switch
    {
        RequestName.TMakeCall =>
            dn.EngagedBeside(null) || (dn.Kind == DnKind.Ordinary && dn.LinesTaken >= dn.Lines) ? [] : [new Place(dn.Number, null, null)],
        RequestName.TAnswerCall or RequestName.TRedirectCall => Those(dn, PartyState.Alerting),
        RequestName.TRetrieveCall => Those(dn, PartyState.Held).Concat(OfTheLine(world, dn, PartyState.Held)),
        RequestName.TReleaseCall or RequestName.TDeleteFromConference or RequestName.TQueryCall
            or RequestName.TAttachUserData or RequestName.TUpdateUserData or RequestName.TDeletePair =>
            dn.Calls.Select(call => new Place(dn.Number, call.ConnID, null)),
        RequestName.THoldCall or RequestName.TInitiateConference or RequestName.TInitiateTransfer
            or RequestName.TMuteTransfer or RequestName.TSingleStepTransfer => Those(dn, PartyState.Connected),
        RequestName.TSingleStepConference => Those(dn, PartyState.Connected).Concat(OfTheLine(world, dn, PartyState.Connected)),
        RequestName.TCompleteConference or RequestName.TCompleteTransfer or RequestName.TReconnectCall or RequestName.TAlternateCall =>
            from held in dn.Calls
            where held.State == PartyState.Held
            from current in dn.Calls
            where current.IsActive
            select new Place(dn.Number, held.ConnID, current.ConnID),
        _ => [new Place(dn.Number, null, null)],
    };

    private static IEnumerable<Place> Those(Dn dn, PartyState state) =>
        dn.Calls.Where(call => call.State == state).Select(call => new Place(dn.Number, call.ConnID, null));

    // A call of another member of its line (call models 7, Owner rule).
    private static IEnumerable<Place> OfTheLine(ModelWorld world, Dn dn, PartyState state) =>
        from other in world.Dns.Values
        where dn.Kind == DnKind.Member && other.Dn.Line == dn.Line && other.Dn.Number != dn.Number
        from call in other.Dn.Calls
        where call.Seat is not null && call.State == state
        select new Place(dn.Number, call.ConnID, null);
}
