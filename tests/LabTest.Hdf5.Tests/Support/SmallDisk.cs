using System.Globalization;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests.Support;

/// <summary>A file system in memory of a few mebibytes, unmounted when disposed.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>Mounts a disk, or skips the current test where that is not allowed.</summary>
    public static async Task<SmallDisk> Mount(string path, int size)
    {
        Directory.CreateDirectory(path);
        try
        {
            await Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={size}"), "tmpfs", path);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"A disk that can be full cannot be mounted here: {e.Message}");
        }

        return new SmallDisk(path);
    }

    public Task Grow() => Run("mount", "-o", "remount,size=64m", Path);

    public async ValueTask DisposeAsync() => await Run("umount", Path);

    private static async Task Run(string program, params string[] arguments)
    {
        await using var process = ForeignProcess.Start(program, arguments);
        await process.ReadToEnd(CancellationToken.None);
    }
}
