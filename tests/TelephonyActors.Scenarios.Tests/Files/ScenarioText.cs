using TelephonyActors.Scenarios.Files;

namespace TelephonyActors.Scenarios.Tests.Files;

/// <summary>Scenario files that live for one reading, and what their readers say about them.</summary>
internal static class ScenarioText
{
    /// <summary>The scenario of the contract, chapter 3.</summary>
    public const string Inbound =
        """
        name: Inbound call to a shared line, answered by the second phone
        switch:
          dns: ["60972", { number: "60981", lines: 2, answerAfter: 2s, hangUpAfter: 10s }]
          externals: ["4155550100"]            # numbers outside the switch
          sharedLines:
            - { number: "60970", members: ["60970", "60970_2"], appearances: 1 }
          ringTimeout: 0s                      # 0 = ring for ever
        steps:
          - request: { TMakeCall: { ThisDN: "60972", OtherDN: "60970" } }
            events:
              "60972":
                - EventOffHook
                - EventDialing: { ConnID: $1, OtherDN: "60970", CallState: OK }
              "60970":
                - EventRinging: { ConnID: $1, ThisDNRole: Destination, CallState: Covered, Extensions: { AppearanceIndex: 1 } }
              "60970_2":
                - EventRinging: { ConnID: $1, CallState: Covered }
              monitoring:
                - EventCallCreated: { ConnID: $1 }
                - EventCallPartyAdded: { DN: "60972", PartyID: 1, State: Initiated }
                - EventCallPartyState: { PartyID: 1, State: Connected+Dialing }
                - EventCallPartyAdded: { DN: "60970", PartyID: 2, State: Alerting }
                - EventCallPartyAdded: { DN: "60970_2", PartyID: 3, State: Alerting }
          - request: { TAnswerCall: { ThisDN: "60970_2", ConnID: $1 } }
          - phone: { DN: "60972", action: hangUp }
          - wait: 31s

        """;

    /// <summary>Two DNs, an external and a line of two, in lines 1 to 4; a step below begins in line 6, column 5.</summary>
    public const string Head =
        """
        switch:
          dns: [A, B]
          externals: [X]
          sharedLines: [{ number: L, members: [L, L2] }]
        steps:

        """;

    public static Scenario Read(string text) => ScenarioFile.Parse(Name, text);

    /// <summary>The one step below <see cref="Head"/>.</summary>
    public static ScenarioStep Step(string step) => Assert.Single(Read(Head + "  - " + step).Steps);

    /// <summary>The faults of a scenario, without the file's name.</summary>
    public static IEnumerable<string> Faults(string text) =>
        Assert.Throws<BadInputException>(() => Read(text)).Faults.Select(Line);

    /// <summary>The faults of a step below <see cref="Head"/>: the step begins in line 6, column 5.</summary>
    public static IEnumerable<string> StepFaults(string step) => Faults(Head + "  - " + step);

    private static string Line(Fault fault) => fault.Position.Line == 0 ? fault.ToString() : fault.ToString()[(Name.Length + 1)..];

    private const string Name = "flow.yaml";
}
