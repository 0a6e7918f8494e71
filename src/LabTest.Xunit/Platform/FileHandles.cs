using System.Globalization;

namespace LabTest.Xunit.Platform;

/// <summary>How many files and connections this process may have open. .NET raises the limit to the highest allowed one by itself.</summary>
internal static class FileHandles
{
    private const int Least = 256;

    /// <summary>Why a run cannot begin; null if it can, or the limit cannot be told.</summary>
    public static string? Problem()
    {
        const string Limits = "/proc/self/limits";
        if (!OperatingSystem.IsLinux() || !File.Exists(Limits))
            return null;
        var line = File.ReadLines(Limits).FirstOrDefault(static l => l.StartsWith("Max open files", StringComparison.Ordinal));
        var words = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return words.Length > 3 && int.TryParse(words[3], CultureInfo.InvariantCulture, out var most) && most < Least
            ? $"A run needs at least {Least} file handles, and this process may have {most}: raise the limit (ulimit -n) and start it again. Nothing was begun."
            : null;
    }
}
