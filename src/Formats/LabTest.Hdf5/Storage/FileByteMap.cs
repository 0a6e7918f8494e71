using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Hdf5.Storage;

/// <summary>A memory map of a file for reading.</summary>
internal sealed class FileByteMap : IByteMap
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public FileByteMap(SafeFileHandle handle, long offset, long length)
    {
        _file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(offset, length, MemoryMappedFileAccess.Read);
        Length = length;
    }

    public long Length { get; }

    public void Read(long offset, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(destination.Length, Length - offset);
        _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)(_view.PointerOffset + offset), destination);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
