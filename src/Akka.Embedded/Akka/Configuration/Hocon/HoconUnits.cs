using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>Durations and numbers of bytes, with the units Akka.NET knows.</summary>
internal static class HoconUnits
{
    public static TimeSpan ParseTimeSpan(string text, bool allowInfinite)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = EndOfNumber(text);
        if (end > 0 && Duration(text[end..].TrimStart()) is { } duration)
            return duration(double.Parse(text.AsSpan(0, end), NumberFormatInfo.InvariantInfo));
        if (allowInfinite && text.Equals("infinite", StringComparison.OrdinalIgnoreCase))
            return Timeout.InfiniteTimeSpan;

        var milliseconds = double.Parse(text, NumberFormatInfo.InvariantInfo);
        if (milliseconds < 0)
            throw new FormatException($"A duration of {text} is negative.");
        return TimeSpan.FromMilliseconds(milliseconds);
    }

    public static long? ParseByteSize(string text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        if (end == 0 || end == text.Length)
            return long.Parse(text, CultureInfo.CurrentCulture);

        var unit = text[end..].Trim();
        var factor = BytesIn(unit) ?? throw new FormatException($"'{unit}' is no unit of bytes.");
        return factor * long.Parse(text.AsSpan(0, end), provider: CultureInfo.CurrentCulture);
    }

    private static int EndOfNumber(string text)
    {
        var end = EndOfDigits(text, 0);
        if (end == 0 || end >= text.Length || text[end] != '.')
            return end;
        var endOfFraction = EndOfDigits(text, end + 1);
        return endOfFraction > end + 1 ? endOfFraction : end;
    }

    private static int EndOfDigits(string text, int index)
    {
        while (index < text.Length && char.IsAsciiDigit(text[index]))
            index++;
        return index;
    }

    private static Func<double, TimeSpan> Duration(string unit) => unit switch
    {
        "nanoseconds" or "nanosecond" or "nanos" or "nano" or "ns" => value => Ticks(value, 1_000_000.0),
        // Not 'us': Akka.NET refuses it.
        "microseconds" or "microsecond" or "micros" or "micro" => value => Ticks(value, 1_000.0),
        "milliseconds" or "millisecond" or "millis" or "milli" or "ms" => TimeSpan.FromMilliseconds,
        "seconds" or "second" or "s" => TimeSpan.FromSeconds,
        "minutes" or "minute" or "m" => TimeSpan.FromMinutes,
        "hours" or "hour" or "h" => TimeSpan.FromHours,
        "days" or "day" or "d" => TimeSpan.FromDays,
        _ => null,
    };

    private static TimeSpan Ticks(double value, double unitsInMillisecond)
        => TimeSpan.FromTicks((long)Math.Round(TimeSpan.TicksPerMillisecond * value / unitsInMillisecond));

    private static long? BytesIn(string unit) => unit switch
    {
        "b" or "B" or "byte" or "bytes" => 1,
        "kB" or "kilobyte" or "kilobytes" => 1_000,
        "K" or "k" or "Ki" or "KiB" or "kibibyte" or "kibibytes" => 1L << 10,
        "MB" or "megabyte" or "megabytes" => 1_000_000,
        "M" or "m" or "Mi" or "MiB" or "mebibyte" or "mebibytes" => 1L << 20,
        "GB" or "gigabyte" or "gigabytes" => 1_000_000_000,
        "G" or "g" or "Gi" or "GiB" or "gibibyte" or "gibibytes" => 1L << 30,
        "TB" or "terabyte" or "terabytes" => 1_000_000_000_000,
        "T" or "t" or "Ti" or "TiB" or "tebibyte" or "tebibytes" => 1L << 40,
        "PB" or "petabyte" or "petabytes" => 1_000_000_000_000_000,
        "P" or "p" or "Pi" or "PiB" or "pebibyte" or "pebibytes" => 1L << 50,
        "EB" or "exabyte" or "exabytes" => 1_000_000_000_000_000_000,
        "E" or "e" or "Ei" or "EiB" or "exbibyte" or "exbibytes" => 1L << 60,
        _ => null,
    };
}
