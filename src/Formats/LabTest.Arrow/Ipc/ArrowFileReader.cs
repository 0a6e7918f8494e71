using LabTest.Arrow.Ipc.Reading;
using LabTest.Arrow.Memory;

namespace LabTest.Arrow.Ipc;

/// <summary>Reads batches from a file in Arrow's IPC format (also known as Feather version 2), in order or by number.</summary>
public sealed class ArrowFileReader : ArrowStreamReader
{
    private readonly FileBatches _file;

    /// <summary>Reads from a stream that can be sought, which is disposed with the reader. The batches own their memory.</summary>
    /// <exception cref="ArgumentException">The stream cannot be read and sought.</exception>
    public ArrowFileReader(Stream stream)
        : this(stream, leaveOpen: false)
    {
    }

    /// <summary>Reads from a stream that can be sought. The batches own their memory.</summary>
    /// <exception cref="ArgumentException">The stream cannot be read and sought.</exception>
    public ArrowFileReader(Stream stream, bool leaveOpen)
        : this(new FileBatches(new StreamBytes(stream, leaveOpen)))
    {
    }

    /// <summary>Reads from memory. The batches share it: it must not change while they are used.</summary>
    public ArrowFileReader(ReadOnlyMemory<byte> buffer)
        : this(new FileBatches(new MemoryBytes(buffer)))
    {
    }

    private ArrowFileReader(FileBatches file)
        : base(file) => _file = file;

    /// <summary>
    /// Reads a file through a mapping and without copies. The batches are good until the reader is disposed; the file must not be cut
    /// meanwhile.
    /// </summary>
    public static new ArrowFileReader FromFile(string filename) => new(new FileBatches(new MappedBytes(MappedFile.Open(filename))));

    /// <summary>The number of batches.</summary>
    /// <exception cref="ArrowFormatException">The file is not an Arrow file, or was cut.</exception>
    public async ValueTask<int> RecordBatchCountAsync(CancellationToken cancellationToken = default)
    {
        await _file.ReadSchemaAsync(cancellationToken).ConfigureAwait(false);
        return _file.Count;
    }

    /// <summary>The number of batches.</summary>
    /// <exception cref="ArrowFormatException">The file is not an Arrow file, or was cut.</exception>
    public int RecordBatchCount()
    {
        _file.ReadSchema();
        return _file.Count;
    }

    /// <summary>The batch at <paramref name="index"/>; <see cref="ArrowStreamReader.ReadNextRecordBatch"/> is not moved by that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such batch.</exception>
    /// <exception cref="ArrowFormatException">What stands there is no batch of this file.</exception>
    public async ValueTask<RecordBatch> ReadRecordBatchAsync(int index, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, await RecordBatchCountAsync(cancellationToken).ConfigureAwait(false));
        return await _file.ReadAsync(index, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The batch at <paramref name="index"/>; <see cref="ArrowStreamReader.ReadNextRecordBatch"/> is not moved by that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such batch.</exception>
    /// <exception cref="ArrowFormatException">What stands there is no batch of this file.</exception>
    public RecordBatch ReadRecordBatch(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, RecordBatchCount());
        return _file.Read(index);
    }
}
