using System.Runtime.CompilerServices;

namespace TelephonyActors.TLibrary;

/// <summary>A word or none in a byte: its place and one.</summary>
internal static class Packed
{
    public static T? Word<T>(byte packed)
        where T : struct, Enum => packed == 0 ? null : Unsafe.BitCast<int, T>(packed - 1);

    public static byte Byte<T>(T? word)
        where T : struct, Enum => word is { } value ? (byte)(Unsafe.BitCast<T, int>(value) + 1) : (byte)0;
}
