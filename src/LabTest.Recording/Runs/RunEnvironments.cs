using System.Reflection;
using System.Runtime.InteropServices;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>What a run runs on.</summary>
internal static class RunEnvironments
{
    private static readonly string Version = typeof(RunEnvironments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    /// <summary>What this process runs on.</summary>
    /// <param name="folder">Where the experiments are; their revision is read from the repository above it.</param>
    public static RunEnvironment Current(string? folder) => new(
        Version, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, Environment.MachineName, folder is null ? null : Revision(folder));

    // Read from git's own files: a run does not depend on a program being there.
    private static string? Revision(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var head = Path.Combine(at.FullName, ".git", "HEAD");
            if (!File.Exists(head))
                continue;
            try
            {
                var text = File.ReadAllText(head).Trim();
                if (!text.StartsWith("ref: ", StringComparison.Ordinal))
                    return text;
                var reference = Path.Combine(at.FullName, ".git", text[5..]);
                return File.Exists(reference) ? File.ReadAllText(reference).Trim() : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }
}
