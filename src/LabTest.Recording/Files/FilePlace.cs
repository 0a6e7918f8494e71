using System.Runtime.InteropServices;

namespace LabTest.Recording.Files;

/// <summary>
/// The place of a file that a run is writing: whether what lies there still is that file. One that was deleted or replaced takes bytes without an error as long as it
/// is open, and they are lost when it is closed.
/// </summary>
internal sealed class FilePlace
{
    private readonly (ulong Device, ulong Number) _identity;

    /// <summary>Takes note of a file that has just been made.</summary>
    public FilePlace(string file)
    {
        File = file;
        _identity = Identity(file);
    }

    /// <summary>The path of the file.</summary>
    public string File { get; }

    /// <summary>Checks that it is there and not shorter than it was made.</summary>
    /// <param name="least">How many bytes it has at least.</param>
    /// <exception cref="AlteredFileException">It is not.</exception>
    public void Check(long least)
    {
        var now = new FileInfo(File);
        if (!now.Exists)
            throw new AlteredFileException(File, "deleted or moved");
        if (Identity(File) != _identity)
            throw new AlteredFileException(File, "replaced by another file");
        if (now.Length < least)
            throw new AlteredFileException(File, $"cut to {now.Length} of its {least} bytes");
    }

    // Linux: the inode. Elsewhere .NET gives none, and the time of creation tells a file from its copy; on Windows an open file is not replaced anyway.
    private static (ulong Device, ulong Number) Identity(string file)
    {
        if (!OperatingSystem.IsLinux())
            return (0, (ulong)System.IO.File.GetCreationTimeUtc(file).Ticks);
        var status = new byte[StatusSize];
        return Status(CurrentFolder, file, 0, InodeWanted, status) == 0
            ? (BitConverter.ToUInt64(status, DeviceAt), BitConverter.ToUInt64(status, InodeAt))
            : default;
    }

    // statx(2): a structure of 256 bytes that is the same on every processor; stx_ino at 32, stx_dev_major and stx_dev_minor at 136.
    private const int CurrentFolder = -100;
    private const uint InodeWanted = 0x100;
    private const int StatusSize = 256;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint wanted, byte[] status);
}
