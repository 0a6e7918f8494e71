using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

/// <summary>A run whose journal was damaged on purpose, in a folder that goes away with it.</summary>
internal sealed class Attack : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Attack()
    {
        Run = new RunFolder(Path.Combine(_folder["2026-11-27"], "215544-bench-5688f5"));
        Directory.CreateDirectory(Run.Path);
    }

    public RunFolder Run { get; }

    /// <summary>A run with a journal and nothing else.</summary>
    public static Attack On(ReadOnlySpan<byte> journal)
    {
        var attack = new Attack();
        File.WriteAllBytes(attack.Run.Journal, journal);
        return attack;
    }

    /// <summary>One of the journals that brought commit 3094071 down.</summary>
    public static byte[] Known(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "LabTest.Recording.Tests", "Attacks", name));

    public void Dispose() => _folder.Dispose();
}
