namespace TelephonyActors.Scenarios.Tests.Checking;

/// <summary>Clean logs, step by step as the tables of call models have them, in the shorthand of <see cref="FlowText"/>.</summary>
internal static class Flows
{
    private const string Call = """
        A: OffHook; Dialing! 1 Role=Origination OtherDN=B CallState=OK
        B: Ringing 1 Role=Destination OtherDN=A CallState=OK
        M: Created 1; Added 1 A 1 Initiated; State 1 A 1 Connected+Dialing; Added 1 B 2 Alerting
        """;

    private const string Answer = """
        A: Established 1 Role=Origination OtherDN=B
        B: Established! 1 Role=Destination OtherDN=A
        M: State 1 B 2 Connected
        """;

    private const string Release = """
        A: Released! 1 OtherDN=B CallState=OK
        B: Released 1 OtherDN=A CallState=OK
        M: Deleted 1 B 2; Deleted 1 A 1; Ended 1
        """;

    private const string Third = """
        A: PartyAdded 1 OtherDN=C By=B CallState=Conferenced
        B: PartyAdded! 1 OtherDN=C By=B CallState=Conferenced
        C: Ringing 1 Role=ConferenceMember CallState=OK
        M: Added 1 C 3 Alerting

        C: Established! 1 Role=ConferenceMember CallState=Conferenced
        M: State 1 C 3 Connected
        """;

    private const string Consult = """
        B: Held 1 OtherDN=A CallState=OK; Dialing! 2 CallType=Consult Previous=1 Role=Origination OtherDN=C
        C: Ringing 2 CallType=Consult Role=Destination OtherDN=B
        M: State 1 B 2 Held; Created 2; Added 2 B 1 Initiated; State 2 B 1 Connected+Dialing; Added 2 C 2 Alerting
        """;

    private const string ConsultAnswered = """
        B: Established 2 CallType=Consult Role=Origination OtherDN=C
        C: Established! 2 CallType=Consult Role=Destination OtherDN=B
        M: State 2 C 2 Connected
        """;

    private const string LineCall = """
        A: OffHook; Dialing! 1 Role=Origination OtherDN=S CallState=OK
        S: Ringing 1 Role=Destination OtherDN=A CallState=Covered idx=1
        S2: Ringing 1 Role=Destination OtherDN=A CallState=Covered idx=1
        M: Created 1; Added 1 A 1 Initiated; State 1 A 1 Connected+Dialing; Added 1 S 2 Alerting; Added 1 S2 3 Alerting
        """;

    private const string LineAnswer = """
        A: Established 1 Role=Origination OtherDN=S
        S: Established! 1 Role=Destination OtherDN=A idx=1
        S2: Released 1 Role=Destination OtherDN=A CallState=Redirected
        M: Deleted 1 S2 3; State 1 S 2 Connected
        """;

    private const string LineRelease = """
        A: Released! 1 OtherDN=S CallState=OK
        S: Released 1 OtherDN=A CallState=OK; OnHook
        M: Deleted 1 S 2; Deleted 1 A 1; Ended 1
        """;

    private const string Outbound = """
        S: PrivateInfo Service=4026 idx=1

        S: OffHook idx=1; Dialing! 1 Role=Origination OtherDN=A idx=1
        A: Ringing 1 Role=Destination OtherDN=S CallState=OK
        M: Created 1; Added 1 S 1 Initiated; State 1 S 1 Connected+Dialing; Added 1 A 3 Alerting

        A: Established! 1 Role=Destination OtherDN=S
        S: Established 1 Role=Origination OtherDN=A idx=1
        M: State 1 A 3 Connected

        S: Released 1 OtherDN=A CallState=OK; OnHook
        A: Released! 1 OtherDN=S CallState=OK
        M: Deleted 1 S 1; Deleted 1 A 3; Ended 1
        """;

    private const string Retrieve = """
        S: Held! 1 OtherDN=A CallState=OK
        M: State 1 S 2 Held

        A: PartyChanged 1 Previous=1 OtherDN=S2 By=S CallState=Transferred
        S: Released 1 OtherDN=A CallState=Transferred Cause=1stepTransfer
        S2: OffHook idx=1; Ringing 1 Role=Destination OtherDN=A CallState=Transferred idx=1; Established! 1 Role=Destination OtherDN=A CallState=OK idx=1
        M: Deleted 1 S 2; Added 1 S2 3 Alerting; State 1 S2 3 Connected
        """;

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["basic"] = Steps(Call, Answer, Release),
        ["abandoned"] = Steps(Call, """
            A: Released! 1 OtherDN=B CallState=OK
            B: Abandoned 1 OtherDN=A CallState=OK
            M: Deleted 1 B 2; Deleted 1 A 1; Ended 1
            """),
        ["busy"] = Steps("""
            A: OffHook; Dialing! 1 Role=Origination OtherDN=B; DestinationBusy 1 OtherDN=B CallState=Busy
            M: Created 1; Added 1 A 1 Initiated; State 1 A 1 Connected+Dialing; State 1 A 1 Busy
            """, """
            A: Released! 1 CallState=OK
            M: Deleted 1 A 1; Ended 1
            """),
        ["rejected"] = Steps(Call, """
            A: DestinationBusy 1 OtherDN=B CallState=Busy
            B: Released! 1 OtherDN=A CallState=OK
            M: Deleted 1 B 2; State 1 A 1 Busy
            """, """
            A: Released! 1 CallState=OK
            M: Deleted 1 A 1; Ended 1
            """),
        ["hold"] = Steps(Call, Answer, """
            A: Held! 1 OtherDN=B CallState=OK
            M: State 1 A 1 Held
            """, """
            A: Retrieved! 1 OtherDN=B CallState=OK
            M: State 1 A 1 Connected
            """, """
            M: Error!
            """, Release),
        ["line"] = Steps(LineCall, LineAnswer, LineRelease),
        ["line-abandoned"] = Steps(LineCall, """
            A: Released! 1 OtherDN=S CallState=OK
            S: Abandoned 1 OtherDN=A CallState=OK
            S2: Abandoned 1 OtherDN=A CallState=OK
            M: Deleted 1 S2 3; Deleted 1 S 2; Deleted 1 A 1; Ended 1
            """),
        ["line-one-rejects"] = Steps(LineCall, """
            S2: Released! 1 OtherDN=A CallState=OK
            M: Deleted 1 S2 3
            """, """
            A: Established 1 Role=Origination OtherDN=S
            S: Established! 1 Role=Destination OtherDN=A idx=1
            M: State 1 S 2 Connected
            """, LineRelease),
        ["line-outbound"] = Outbound,
        ["line-retrieve"] = Steps(LineCall, LineAnswer, Retrieve, """
            S2: Held! 1 OtherDN=A CallState=OK
            M: State 1 S2 3 Held
            """, """
            A: PartyChanged 1 Previous=1 OtherDN=S By=S2 CallState=Transferred
            S: OffHook idx=1; Ringing 1 Role=Destination OtherDN=A CallState=Transferred idx=1; Established! 1 Role=Destination OtherDN=A idx=1
            S2: Released 1 OtherDN=A CallState=Transferred Cause=1stepTransfer
            M: Deleted 1 S2 3; Added 1 S 2 Alerting; State 1 S 2 Connected
            """, LineRelease),
        ["line-two-calls"] = Steps(LineCall, LineAnswer, """
            D: OffHook; Dialing! 2 Role=Origination OtherDN=S CallState=OK
            S: Ringing 2 Role=Destination OtherDN=D CallState=Covered idx=2
            S2: Ringing 2 Role=Destination OtherDN=D CallState=Covered idx=2
            M: Created 2; Added 2 D 1 Initiated; State 2 D 1 Connected+Dialing; Added 2 S 2 Alerting; Added 2 S2 3 Alerting
            """, """
            D: Established 2 Role=Origination OtherDN=S2
            S: Released 2 Role=Destination OtherDN=D CallState=Redirected
            S2: Established! 2 Role=Destination OtherDN=D idx=2
            M: Deleted 2 S 2; State 2 S2 3 Connected
            """, LineRelease, """
            D: Released! 2 OtherDN=S2 CallState=OK
            S2: Released 2 OtherDN=D CallState=OK; OnHook
            M: Deleted 2 S2 3; Deleted 2 D 1; Ended 2
            """),
        ["barge-in"] = Steps(LineCall, LineAnswer, """
            A: PartyAdded 1 OtherDN=S2 By=S2 CallState=Conferenced
            S: PartyAdded 1 OtherDN=S2 By=S2 CallState=Conferenced
            S2: Ringing! 1 Role=ConferenceMember CallState=OK idx=1; OffHook idx=1; Established 1 Role=ConferenceMember CallState=Conferenced idx=1
            M: Added 1 S2 3 Alerting; State 1 S2 3 Connected
            """, """
            A: PartyDeleted 1 OtherDN=S By=S CallState=OK
            S: Released! 1 CallState=OK; OnHook
            S2: PartyDeleted 1 OtherDN=S By=S CallState=OK
            M: Deleted 1 S 2
            """, """
            A: Released! 1 OtherDN=S2 CallState=OK
            S2: Released 1 OtherDN=A CallState=OK; OnHook
            M: Deleted 1 S2 3; Deleted 1 A 1; Ended 1
            """),
        ["conference"] = Steps(Call, Answer, Third, """
            A: PartyAdded 1 OtherDN=D By=A CallState=Conferenced
            B: PartyAdded 1 OtherDN=D By=A CallState=Conferenced
            C: PartyAdded! 1 OtherDN=D By=A CallState=Conferenced
            D: Ringing 1 Role=ConferenceMember CallState=OK
            M: Added 1 D 4 Alerting
            """, """
            A: PartyDeleted! 1 OtherDN=B By=A CallState=Conferenced
            B: Released 1 CallState=OK
            C: PartyDeleted 1 OtherDN=B By=A CallState=Conferenced
            M: Deleted 1 B 2
            """, """
            A: PartyDeleted 1 OtherDN=D By=D CallState=OK
            C: PartyDeleted 1 OtherDN=D By=D CallState=OK
            D: Released! 1 CallState=OK
            M: Deleted 1 D 4
            """, """
            A: Released 1 OtherDN=C CallState=OK
            C: Released! 1 OtherDN=A CallState=OK
            M: Deleted 1 C 3; Deleted 1 A 1; Ended 1
            """),
        ["two-step-conference"] = Steps(Call, Answer, Consult, ConsultAnswered, """
            A: PartyAdded 1 OtherDN=C By=B CallState=Conferenced
            B: Released 2 CallType=Consult CallState=Conferenced; Retrieved! 1 CallState=Conferenced; PartyAdded 1 OtherDN=C By=B CallState=Conferenced
            C: PartyChanged 1 Previous=2 By=B CallState=Conferenced
            M: Deleted 2 B 1; State 1 B 2 Connected; Moved 1 C 3 Connected 2; Ended 2
            """, """
            A: PartyDeleted 1 OtherDN=B By=B CallState=OK
            B: Released! 1 CallState=OK
            C: PartyDeleted 1 OtherDN=B By=B CallState=OK
            M: Deleted 1 B 2
            """, """
            A: Released! 1 OtherDN=C CallState=OK
            C: Released 1 OtherDN=A CallState=OK
            M: Deleted 1 C 3; Deleted 1 A 1; Ended 1
            """),
        ["transfer-before-answer"] = Steps(Call, Answer, Consult, """
            A: PartyChanged 1 Previous=1 OtherDN=C By=B CallState=Transferred
            B: Released 2 CallType=Consult CallState=Transferred Cause=Transfer; Released! 1 CallState=Transferred Cause=Transfer
            C: PartyChanged 1 Previous=2 OtherDN=A By=B CallState=Transferred
            M: Deleted 2 B 1; Deleted 1 B 2; Moved 1 C 3 Alerting 2; Ended 2
            """, """
            C: Established! 1 Role=Destination OtherDN=A
            M: State 1 C 3 Connected
            """, """
            A: Released! 1 OtherDN=C CallState=OK
            C: Released 1 OtherDN=A CallState=OK
            M: Deleted 1 C 3; Deleted 1 A 1; Ended 1
            """),
        ["single-step-transfer"] = Steps(Call, Answer, """
            A: PartyChanged 1 Previous=1 OtherDN=C By=B CallState=Transferred
            B: Released! 1 CallState=Transferred Cause=1stepTransfer By=C
            C: Ringing 1 Role=Destination OtherDN=A CallState=Transferred
            M: Deleted 1 B 2; Added 1 C 3 Alerting
            """, """
            A: Released 1 OtherDN=C CallState=OK
            C: Released! 1 CallState=OK
            M: Deleted 1 C 3; Deleted 1 A 1; Ended 1
            """),
        ["redirected"] = Steps(Call, """
            B: Released! 1 CallState=Redirected By=C
            C: Ringing 1 Role=Destination OtherDN=A CallState=Redirected
            M: Deleted 1 B 2; Added 1 C 3 Alerting
            """, """
            A: Established 1 Role=Origination OtherDN=C
            C: Established! 1 Role=Destination OtherDN=A
            M: State 1 C 3 Connected
            """, """
            A: Released 1 OtherDN=C CallState=GeneralError
            C: Released 1 OtherDN=A CallState=GeneralError
            M: Deleted 1 C 3; Deleted 1 A 1; Ended 1
            """),
        ["reconnected"] = Steps(Call, Answer, Consult, """
            B: Released 2 CallType=Consult OtherDN=C CallState=OK; Retrieved! 1 OtherDN=A CallState=OK
            C: Abandoned 2 CallType=Consult OtherDN=B CallState=OK
            M: Deleted 2 C 2; Deleted 2 B 1; Ended 2; State 1 B 2 Connected
            """, Release),
        ["external"] = Steps("""
            B: Ringing 1 CallType=Inbound Role=Destination OtherDN=X CallState=OK
            MI: Created 1; Added 1 X 1 Initiated; State 1 X 1 Connected+Dialing; Added 1 B 2 Alerting
            """, """
            B: Established! 1 CallType=Inbound Role=Destination OtherDN=X
            MI: State 1 B 2 Connected
            """, """
            MI: Created 2; Added 2 Y 1 Initiated; State 2 Y 1 Connected+Dialing; State 2 Y 1 Busy
            """, """
            B: Released 1 CallType=Inbound OtherDN=X CallState=OK
            MI: Deleted 1 B 2; Deleted 1 X 1; Ended 1
            """),
        ["unregistered"] = Steps(Call, """
            B: Unregistered!
            """, """
            M: ACK!
            """, """
            A: Released! 1 OtherDN=B CallState=OK
            """),
    };

    private static string Steps(params string[] steps) => string.Join("\n\n", steps);
}
