using System.Collections.Immutable;

namespace TelephonyActors.TLibrary;

/// <summary>The attributes that one request takes besides Request and ReferenceID.</summary>
public sealed record RequestShape(ImmutableArray<TAttribute<TRequest>> Required, ImmutableArray<TAttribute<TRequest>> Optional)
{
    /// <summary>The names, optional ones with a question mark, as the end of a sentence that says what is allowed.</summary>
    public string Names { get; } =
        Required.IsEmpty ? "none" : string.Join(", ", Required.Select(a => a.Name).Concat(Optional.Select(a => a.Name + "?")));

    public bool Has(TAttribute<TRequest> attribute) => Required.Contains(attribute) || Optional.Contains(attribute);
}

/// <summary>
/// Which attributes each request takes, and of which kind (contract, chapter 2): for the reader of JSON, the reader of scenarios
/// and the switch's front door.
/// </summary>
public static class RequestAttributes
{
    public static TAttribute<TRequest> Request { get; } = new("Request", AttributeKind.Text, static r => r.Request);

    public static TAttribute<TRequest> ReferenceID { get; } = new("ReferenceID", AttributeKind.LongInteger, static r => r.ReferenceID);

    public static TAttribute<TRequest> ThisDN { get; } = new("ThisDN", AttributeKind.Text, static r => r.ThisDN);

    public static TAttribute<TRequest> ConnID { get; } = new("ConnID", AttributeKind.ConnID, static r => r.ConnID, AttributeKind.Text);

    public static TAttribute<TRequest> OtherConnID { get; } =
        new("OtherConnID", AttributeKind.ConnID, static r => r.OtherConnID, AttributeKind.Text);

    public static TAttribute<TRequest> OtherDN { get; } = new("OtherDN", AttributeKind.Text, static r => r.OtherDN);

    public static TAttribute<TRequest> ForwardMode { get; } =
        new("ForwardMode", AttributeKind.WordOf<ForwardMode>(), static r => r.ForwardMode, AttributeKind.Text);

    public static TAttribute<TRequest> UserData { get; } = new("UserData", AttributeKind.Pairs, static r => r.UserData);

    public static TAttribute<TRequest> Key { get; } = new("Key", AttributeKind.Text, static r => r.Key);

    /// <summary>All of them, in the order in which a request is written.</summary>
    public static AttributeSet<TRequest> Set { get; } =
        new(Request, ReferenceID, ThisDN, ConnID, OtherConnID, OtherDN, ForwardMode, UserData, Key);

    // The names count from 0 without gaps: a name is the place of its shape.
    private static readonly ImmutableArray<RequestShape> Shapes = [.. Enum.GetValues<RequestName>().Select(ShapeOf)];

    // Those of which the reader of JSON takes any text.
    private static readonly ImmutableArray<TAttribute<TRequest>> Unjudged = [.. Set.All.Where(attribute => attribute.ReadAs != attribute.Kind)];

    /// <summary>The attributes that a request takes.</summary>
    public static RequestShape Of(RequestName request) => Shapes[(int)request];

    /// <summary>
    /// What makes a request one that 53 answers (call models, chapter 8), in a sentence that names the attribute and says what is
    /// allowed; null where nothing does. A request of T-Library that is not emulated is not looked at any further: 51 answers it.
    /// </summary>
    public static string? FaultOf(TRequest request)
    {
        if (request.Malformed is { } malformed) return malformed;
        if (request.Request is not { } name) return "Request is missing; allowed: the name of a request such as TMakeCall";
        if (!Words.TryParse<RequestName>(name, out var known))
        {
            return RequestNames.IsOfTLibrary(name)
                ? null
                : $"Request cannot be \"{AttributeReader.Short(name)}\", which T-Library does not have; allowed: {RequestNames.Emulated}";
        }

        var shape = Of(known);
        foreach (var attribute in shape.Required)
            if (attribute.ValueOf(request) is null) return $"{attribute} is missing; {known} takes: {shape.Names}";
        foreach (var attribute in Unjudged)
        {
            if (attribute.ValueOf(request) is string text && !attribute.Kind.Allows(text))
                return $"{attribute} cannot be \"{AttributeReader.Short(text)}\"; allowed: {attribute.Kind.Allowed}";
        }

        return null;
    }

    /// <summary>What is wrong about an attribute that the request does not have; null where nothing is known against it.</summary>
    internal static string? ForeignFault(string? request, string attribute) =>
        Words.TryParse<RequestName>(request, out var known) ? $"{attribute} is no attribute of {known}; allowed: {Of(known).Names}" : null;

    private static RequestShape ShapeOf(RequestName request) => request switch
    {
        RequestName.TStartCallMonitoring or RequestName.TStopCallMonitoring => new([], []),
        RequestName.TMakeCall => new([ThisDN, OtherDN], [UserData]),
        RequestName.TAnswerCall or RequestName.TReleaseCall or RequestName.THoldCall or RequestName.TRetrieveCall
            or RequestName.TQueryCall => new([ThisDN, ConnID], []),
        RequestName.TSingleStepConference or RequestName.TInitiateConference or RequestName.TSingleStepTransfer
            or RequestName.TInitiateTransfer or RequestName.TMuteTransfer or RequestName.TRedirectCall
            or RequestName.TDeleteFromConference => new([ThisDN, ConnID, OtherDN], [UserData]),
        RequestName.TCompleteConference or RequestName.TCompleteTransfer or RequestName.TReconnectCall
            or RequestName.TAlternateCall => new([ThisDN, ConnID, OtherConnID], []),
        RequestName.TAttachUserData or RequestName.TUpdateUserData => new([ThisDN, ConnID, UserData], []),
        RequestName.TDeletePair => new([ThisDN, ConnID, Key], []),
        RequestName.TCallSetForward => new([ThisDN, OtherDN], [ForwardMode]),
        RequestName.TRegisterAddress or RequestName.TUnregisterAddress or RequestName.TQueryAddress
            or RequestName.TSetDNDOn or RequestName.TSetDNDOff or RequestName.TCallCancelForward => new([ThisDN], []),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };
}
