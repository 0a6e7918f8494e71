using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Instruments.Yaml;

/// <summary>Reads the text of a YAML file.</summary>
internal static class SourceFile
{
    private const int MostBytes = 4 << 20;

    /// <summary>Reads a file. A pipe or a device is refused at once: nothing is waited for.</summary>
    /// <exception cref="ProfileException">It is not there, is not a file, cannot be read, or is far too large to be meant.</exception>
    public static string Read(string file)
    {
        try
        {
            if (Directory.Exists(file))
                throw Problem(file, "this is a folder; name a YAML file in it");
            using var handle = OperatingSystem.IsWindows() ? File.OpenHandle(file) : OpenUnix(file);
            using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
            if (!stream.CanSeek)
                throw Problem(file, "this is a pipe or a device, not a file; write the YAML to a file and name that");
            if (stream.Length > MostBytes)
                throw Problem(file, $"the file has {stream.Length} bytes; a YAML file here has at most {MostBytes}");

            using var text = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (stream.Read(buffer) is > 0 and var read)
            {
                text.Write(buffer, 0, read);
                if (text.Length > MostBytes)     // a device such as /dev/zero has no length and no end
                    throw Problem(file, $"the file has no end within the {MostBytes} bytes that a YAML file has here at most");
            }

            text.Position = 0;
            using var reader = new StreamReader(text);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Problem(file, $"the file cannot be read: {e.Message}");
        }
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
