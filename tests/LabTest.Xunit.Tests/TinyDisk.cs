using System.Globalization;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>A file system in memory of a given size. Where this process may not mount one, the test is skipped.</summary>
internal sealed class TinyDisk : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder["disk"];

    public static async Task<TinyDisk> Mount(int kibibytes)
    {
        var disk = new TinyDisk();
        Directory.CreateDirectory(disk.Path);
        try
        {
            await Call("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={kibibytes}k"), "tmpfs", disk.Path);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            disk._folder.Dispose();
            Assert.Skip($"A file system of {kibibytes} KiB cannot be mounted here: {e.Message}");
        }

        return disk;
    }

    public async ValueTask DisposeAsync()
    {
        await Call("umount", Path);
        _folder.Dispose();
    }

    internal static async Task Call(string program, params string[] arguments)
    {
        await using var process = ForeignProcess.Start(program, arguments);
        await process.ReadToEnd(TestContext.Current.CancellationToken);
    }
}
