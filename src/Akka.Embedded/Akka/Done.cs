namespace Akka;

/// <summary>Something has been done, and there is nothing more to say.</summary>
public sealed class Done
{
    public static readonly Done Instance = new();

    private Done()
    {
    }
}
