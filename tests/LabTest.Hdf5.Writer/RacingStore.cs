using System.Diagnostics;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Writer;

/// <summary>A file whose process kills itself while it overwrites: at the chosen overwrite, SIGKILL and the write race.</summary>
internal sealed class RacingStore : IByteStore
{
    private readonly IByteStore _inner;
    private readonly int _killAt;
    private readonly int _spin;
    private long _end;
    private int _overwrites;
    private volatile bool _go;

    public RacingStore(IByteStore inner, int killAt, int spin)
    {
        _inner = inner;
        _killAt = killAt;
        _spin = spin;
        var killer = new Thread(Kill) { IsBackground = true };
        killer.Start();
    }

    public string Name => _inner.Name;

    public long Length => _inner.Length;

    public int Read(long offset, Span<byte> destination) => _inner.Read(offset, destination);

    public IByteMap? Map(long offset, long length) => _inner.Map(offset, length);

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        if (offset < _end && ++_overwrites == _killAt)
            _go = true;
        _end = Math.Max(_end, offset + bytes.Length);
        _inner.Write(offset, bytes);
    }

    public void SetLength(long length) => _inner.SetLength(length);

    public void Sync() => _inner.Sync();

    public void Dispose() => _inner.Dispose();

    private void Kill()
    {
        while (!_go)
            Thread.SpinWait(1);
        Thread.SpinWait(_spin);
        Process.GetCurrentProcess().Kill();
    }
}
