namespace LabTest.Arrow.Ipc.Reading;

/// <summary>The batches of a stream or file, one after the other.</summary>
internal abstract class BatchSource : IDisposable
{
    /// <summary>The columns, or <see langword="null"/> as long as they are not known.</summary>
    public abstract Schema? Schema { get; }

    public abstract ArrowStreamEnd End { get; }

    public abstract long Position { get; }

    public abstract long TornBytes { get; }

    /// <summary>Reads as far as the schema; false if the bytes end before.</summary>
    public abstract bool ReadSchema();

    /// <summary>Reads as far as the schema; false if the bytes end before.</summary>
    public abstract ValueTask<bool> ReadSchemaAsync(CancellationToken cancellationToken);

    public abstract RecordBatch? Read();

    public abstract ValueTask<RecordBatch?> ReadAsync(CancellationToken cancellationToken);

    public abstract void Dispose();
}
