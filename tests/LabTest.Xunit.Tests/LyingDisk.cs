using LabTest.Testing;

namespace LabTest.Xunit.Tests;

/// <summary>
/// A disk that takes everything and then cannot keep it: a file system of 400 MiB in a sparse file, on another one of 3 MiB. Writes succeed, and fsync fails. Where this
/// process may not mount it, the test is skipped.
/// </summary>
internal sealed class LyingDisk : IAsyncDisposable
{
    private readonly TinyDisk _below;
    private readonly TemporaryFolder _folder = new();

    private LyingDisk(TinyDisk below) => _below = below;

    public string Path => _folder["disk"];

    public static async Task<LyingDisk> Mount()
    {
        var disk = new LyingDisk(await TinyDisk.Mount(3072));
        Directory.CreateDirectory(disk.Path);
        var image = System.IO.Path.Combine(disk._below.Path, "image");
        try
        {
            await TinyDisk.Call("truncate", "-s", "400m", image);
            await TinyDisk.Call("mkfs.ext4", "-q", "-O", "^has_journal", image);
            await TinyDisk.Call("mount", "-o", "loop", image, disk.Path);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            await disk._below.DisposeAsync();
            disk._folder.Dispose();
            Assert.Skip($"A file system in a file cannot be mounted here: {e.Message}");
        }

        return disk;
    }

    public async ValueTask DisposeAsync()
    {
        await TinyDisk.Call("umount", Path);
        await _below.DisposeAsync();
        _folder.Dispose();
    }
}
