using System.Globalization;
using TelephonyActors.CallModel.Phones;
using TelephonyActors.CallModel.Tests.World;
using TelephonyActors.TLibrary;

namespace TelephonyActors.CallModel.Tests.Specs;

/// <summary>Reads the lines of a <see cref="Scene"/>.</summary>
internal static class Commands
{
    /// <summary>TAnswerCall B 1: the name, then the attributes in the order of the contract.</summary>
    public static TRequest Request(string[] words, ModelWorld world)
    {
        Assert.True(Words.TryParse<RequestName>(words[0], out var name), $"{words[0]} is no request");
        var request = new TRequest { Request = words[0] };
        var required = RequestAttributes.Of(name).Required;
        for (var at = 1; at < words.Length; at++)
        {
            var attribute = required[at - 1];
            if (attribute == RequestAttributes.ThisDN) request = request with { ThisDN = words[at] };
            else if (attribute == RequestAttributes.OtherDN) request = request with { OtherDN = words[at] };
            else if (attribute == RequestAttributes.ConnID) request = request with { ConnID = Call(words[at], world) };
            else if (attribute == RequestAttributes.OtherConnID) request = request with { OtherConnID = Call(words[at], world) };
        }

        return request;
    }

    /// <summary>phone B dial A, phone B hangUp, phone B hangUp 2.</summary>
    public static PhoneAct Phone(string[] words, ModelWorld world)
    {
        var action = Enum.Parse<PhoneAction>(words[2], ignoreCase: true);
        var rest = words.Length > 3 ? words[3] : null;
        if (action == PhoneAction.Dial) return new PhoneAct(words[1], action, rest, null);
        return new PhoneAct(words[1], action, null, rest is not null && ConnID.TryParse(Call(rest, world), out var connID) ? connID : null);
    }

    // A number counts the calls as they were created; anything else stands for itself.
    private static string Call(string text, ModelWorld world) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number <= world.Calls.Created.Count ? world.Calls.Created[number - 1].ToString() : text;
}
