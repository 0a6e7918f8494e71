using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Instruments.Yaml;

/// <summary>Reads files that people wrote, such as YAML, whatever they turn out to be.</summary>
internal static class SourceFile
{
    private const int MostBytes = 4 << 20;

    /// <summary>Reads a file. A pipe or a device is refused at once: nothing is waited for.</summary>
    /// <exception cref="ProfileException">It is not there, is not a file, cannot be read, or is far too large to be meant.</exception>
    public static string Read(string file)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(Bytes(file, MostBytes, "YAML")));
            return reader.ReadToEnd();
        }
        catch (InvalidDataException e)
        {
            throw Problem(file, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Problem(file, $"the file cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads the bytes of a file of people's.</summary>
    /// <param name="file">The file.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <param name="what">What is in it: <c>YAML</c>.</param>
    /// <exception cref="InvalidDataException">It is no file, or has more bytes.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Bytes(string file, int most, string what)
    {
        if (Directory.Exists(file))
            throw new InvalidDataException($"this is a folder; name a {what} file in it");
        using var handle = OperatingSystem.IsWindows() ? File.OpenHandle(file) : OpenUnix(file);
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        if (!stream.CanSeek)
            throw new InvalidDataException($"this is a pipe or a device, not a file; write the {what} to a file and name that");
        if (stream.Length > most)
            throw new InvalidDataException($"the file has {stream.Length} bytes; a {what} file here has at most {most}");

        using var bytes = new MemoryStream((int)stream.Length);
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)     // a device such as /dev/zero has no length and no end
                throw new InvalidDataException($"the file has no end within the {most} bytes that a {what} file has here at most");
        }

        return bytes.ToArray();
    }

    private static ProfileException Problem(string file, string message) => new(new ProfileProblem(file, 0, 0, message));

    // Opening a pipe waits until someone writes to it, unless the system is told not to.
    private static SafeFileHandle OpenUnix(string file)
    {
        var descriptor = Open(file, OperatingSystem.IsMacOS() ? 0x0000_0004 | 0x0002_0000 | 0x0100_0000 : 0x0000_0800 | 0x0000_0100 | 0x0008_0000);
        if (descriptor >= 0)
            return new SafeFileHandle(descriptor, ownsHandle: true);
        // What cannot be opened is opened again for its message.
        return File.OpenHandle(file);
    }

    // Reading only, without waiting, without taking a terminal over, and not for programs that are started.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
