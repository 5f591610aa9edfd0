using TelephonyActors.CallModel.Phones;

namespace TelephonyActors.CallModel.Tests.World;

/// <summary>What everybody at a phone does so that nothing is left (call models 9.10).</summary>
internal static class EverybodyHangsUp
{
    /// <summary>One action for each call that a number has, and one for a phone off the hook.</summary>
    public static List<PhoneAct> In(ModelWorld world)
    {
        var acts = new List<PhoneAct>();
        foreach (var (number, dn) in world.Dns)
        {
            foreach (var call in dn.Dn.Calls) acts.Add(new PhoneAct(number, PhoneAction.HangUp, null, call.ConnID));
            if (dn.Dn.Hook is not CallModel.Dns.Hook.On) acts.Add(new PhoneAct(number, PhoneAction.HangUp, null, null));
        }

        return acts;
    }

    /// <summary>Failures that have not happened will not.</summary>
    public static void NobodyFailsAnyMore(ModelWorld world)
    {
        foreach (var entity in (Entity[])[.. world.Lines.Values, .. world.Dns.Values, .. world.CallEntities]) entity.Recover();
    }
}
