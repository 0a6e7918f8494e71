namespace LabTest.Arrow.Ipc;

/// <summary>Gives batches one after the other.</summary>
public interface IArrowReader
{
    /// <summary>The next batch, or <see langword="null"/> if there is none.</summary>
    RecordBatch? ReadNextRecordBatch();

    /// <summary>The next batch, or <see langword="null"/> if there is none.</summary>
    ValueTask<RecordBatch?> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default);
}
