namespace TelephonyActors.Service.Tests;

/// <summary>How long a test waits for what must come; it decides nothing but when a broken test ends.</summary>
internal static class Patience
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    public static Task<T> Patiently<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task Patiently(this Task task) => task.WaitAsync(Limit);

    /// <summary>Asks again and again until the answer is the one that must come.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isRight)
    {
        var end = DateTime.UtcNow + Limit;
        while (true)
        {
            var answer = await ask();
            if (isRight(answer)) return answer;
            Assert.True(DateTime.UtcNow < end, $"still: {answer}");
            await Task.Yield();
        }
    }
}
