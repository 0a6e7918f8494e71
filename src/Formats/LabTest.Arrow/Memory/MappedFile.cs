using System.IO.MemoryMappedFiles;

namespace LabTest.Arrow.Memory;

/// <summary>A file seen as memory, as long as it was when it was opened. It must not be cut while it is mapped.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private byte* _start;

    private MappedFile(MemoryMappedFile? file, long length)
    {
        _file = file;
        Length = length;
        _view = file?.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view?.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    public long Length { get; }

    /// <summary>Maps a file that others may go on writing.</summary>
    public static MappedFile Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var length = stream.Length;
        if (length == 0)
            return new MappedFile(file: null, length);      // the system maps no empty files

        var file = MemoryMappedFile.CreateFromFile(stream, mapName: null, length, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new MappedFile(file, length);
    }

    /// <summary>The bytes at a place, good until the file is disposed.</summary>
    public ReadOnlyMemory<byte> Slice(long offset, int length) => length == 0 ? default : new MappedMemory(this, offset, length).Memory;

    /// <summary>The bytes at a place.</summary>
    /// <exception cref="ObjectDisposedException">The file is no longer mapped.</exception>
    public Span<byte> Span(long offset, int length)
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        return new Span<byte>(_start + offset, length);
    }

    /// <summary>Where a byte of the file is in memory.</summary>
    /// <exception cref="ObjectDisposedException">The file is no longer mapped.</exception>
    public void* Address(long offset)
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        return _start + offset;
    }

    public void Dispose()
    {
        if (_start is null)
            return;
        _start = null;
        _view!.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file!.Dispose();
    }
}
