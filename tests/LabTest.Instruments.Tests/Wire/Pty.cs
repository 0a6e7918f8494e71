using System.ComponentModel;
using System.Runtime.InteropServices;

namespace LabTest.Instruments.Tests.Wire;

/// <summary>A pseudo-terminal of Linux: bytes in both directions without any mark between messages, as on a serial port.</summary>
internal sealed class Pty : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private const short Readable = 1;
    private const short HungUp = 0x10;
    private const int InputWaiting = 0x541B;
    private const int OutputWaiting = 0x5411;

    private readonly int _keptOpen;

    public Pty()
    {
        Master = Checked(Native.OpenMaster(ReadWrite | NoControllingTerminal));
        Checked(Native.Grant(Master));
        Checked(Native.Unlock(Master));
        var name = new byte[128];
        Checked(Native.NameOf(Master, name, name.Length));
        Device = System.Text.Encoding.ASCII.GetString(name).TrimEnd('\0');

        // While one is open, the master does not hang up when the driver opens the port again.
        _keptOpen = Open(Device);
    }

    /// <summary>The instrument's end.</summary>
    public int Master { get; }

    /// <summary>The path of the driver's end.</summary>
    public string Device { get; }

    /// <summary>Opens the driver's end, without echo, line editing or translation.</summary>
    public static int Open(string device)
    {
        var end = Checked(Native.Open(System.Text.Encoding.ASCII.GetBytes(device + "\0"), ReadWrite | NoControllingTerminal));
        var settings = new byte[256];
        Checked(Native.GetSettings(end, settings));
        Native.MakeRaw(settings);
        Checked(Native.SetSettings(end, 0, settings));
        return end;
    }

    /// <summary>Waits until bytes are there.</summary>
    /// <returns>Whether there are.</returns>
    public static bool Wait(int end, int milliseconds)
    {
        var poll = new PollDescriptor { Handle = end, Events = Readable };
        return Native.Poll(ref poll, 1, milliseconds) > 0 && (poll.Returned & (Readable | HungUp)) != 0;
    }

    /// <summary>Reads what is there; 0 at the end.</summary>
    public static int Read(int end, Span<byte> buffer)
    {
        var bytes = new byte[buffer.Length];
        var count = Native.Read(end, bytes, bytes.Length);
        if (count <= 0)
            return 0;
        bytes.AsSpan(0, (int)count).CopyTo(buffer);
        return (int)count;
    }

    public static void Write(int end, byte[] bytes)
    {
        for (var rest = bytes; rest.Length > 0;)
        {
            var count = Native.Write(end, rest, rest.Length);
            if (count <= 0)
                return;
            rest = rest[(int)count..];
        }
    }

    /// <summary>How many bytes wait to be read.</summary>
    public static int Waiting(int end) => Native.Control(end, InputWaiting, out var count) < 0 ? 0 : count;

    /// <summary>How many bytes of a socket were sent and have not arrived yet.</summary>
    public static int Underway(int socket) => Native.Control(socket, OutputWaiting, out var count) < 0 ? 0 : count;

    public static void Close(int end) => _ = Native.Close(end);

    public void Dispose()
    {
        _ = Native.Close(_keptOpen);
        _ = Native.Close(Master);
    }

    private static int Checked(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Handle;
        public short Events;
        public short Returned;
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int OpenMaster(int flags);

        [DllImport("libc", EntryPoint = "grantpt", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Grant(int end);

        [DllImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Unlock(int end);

        [DllImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int NameOf(int end, byte[] name, nint length);

        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int end);

        [DllImport("libc", EntryPoint = "read", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nint Read(int end, byte[] buffer, nint length);

        [DllImport("libc", EntryPoint = "write", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nint Write(int end, byte[] buffer, nint length);

        [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Poll(ref PollDescriptor descriptors, nint count, int milliseconds);

        [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Control(int end, nint request, out int value);

        [DllImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int GetSettings(int end, byte[] settings);

        [DllImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int SetSettings(int end, int actions, byte[] settings);

        [DllImport("libc", EntryPoint = "cfmakeraw", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern void MakeRaw(byte[] settings);
    }
}
