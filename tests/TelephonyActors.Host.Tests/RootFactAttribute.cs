using System.Diagnostics;

namespace TelephonyActors.Host.Tests;

/// <summary>A test that mounts a file system of its own: on Linux, as root.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    private static readonly string? Missing = Reason();

    public RootFactAttribute() => Skip = Missing;

    /// <summary>Runs a command; whether it succeeded.</summary>
    internal static bool Succeeds(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string? Reason()
    {
        const string needed = "a file system of its own is needed, which only root on Linux can mount";
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") return needed;
        var probe = Directory.CreateTempSubdirectory("telephony-mount-");
        try
        {
            if (!Succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe.FullName)) return needed;
            Succeeds("umount", probe.FullName);
            return null;
        }
        finally
        {
            probe.Delete(recursive: true);
        }
    }
}
