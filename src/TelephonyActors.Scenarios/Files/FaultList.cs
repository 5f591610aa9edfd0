namespace TelephonyActors.Scenarios.Files;

/// <summary>Collects what is wrong with one file, so that a user sees all of it at once.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> _faults = [];

    public int Count => _faults.Count;

    public void Add(FilePosition at, string wrong, string allowed) => _faults.Add(new Fault(at, wrong, allowed));

    /// <summary>Nothing, if nothing was wrong; else all that was, from the top of the file down.</summary>
    public void ThrowIfAny()
    {
        if (Count == 0) return;
        throw new BadInputException([.. _faults.OrderBy(fault => fault.Position.Line).ThenBy(fault => fault.Position.Column)]);
    }

    /// <summary>A value as a message shows it: short, however long it is.</summary>
    public static string Quoted(string text) => text.Length <= 40 ? $"'{text}'" : $"'{text.AsSpan(0, 40)}...'";
}
