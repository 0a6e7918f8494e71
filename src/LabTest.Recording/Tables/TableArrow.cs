using LabTest.Arrow;
using LabTest.Arrow.Ipc;
using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>
/// Tables as Arrow record batches and back. Both share memory wherever their layouts are the same: numbers, flags, times and texts are not copied. The
/// unit of a column is its field's metadata <c>unit</c>, the table's name the schema's metadata <c>name</c>.
/// </summary>
public static class TableArrow
{
    /// <summary>About how large a batch of a file is: well below the 2 GiB that a message of Arrow can hold, and what readers like to take at once.</summary>
    private const long BytesPerBatch = 64 * 1024 * 1024;

    /// <summary>The table as one batch, which shares its memory.</summary>
    public static RecordBatch ToRecordBatch(this Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var metadata = table.Name.Length == 0 ? null : new Dictionary<string, string>(StringComparer.Ordinal) { [ArrowNames.Name] = table.Name };
        return new RecordBatch(new Schema(table.Columns.Select(ToArrow.Field), metadata), table.Columns.Select(ToArrow.Array), table.RowCount);
    }

    /// <summary>
    /// The batch as a table, which shares its memory where it can. Dictionaries and views become texts, decimals floating-point numbers, dates and
    /// timestamps of any resolution times, durations and times of day numbers with a unit of time. Timestamps without a zone are taken as UTC.
    /// </summary>
    /// <exception cref="RecordingException">A column is of a type that tables do not have, such as a list; the message names it.</exception>
    public static Table ToTable(this RecordBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return ToTable(batch.Schema, [.. batch.Arrays]);
    }

    /// <summary>All batches as one table. The columns of more than one batch are copied.</summary>
    /// <exception cref="ArgumentException">There are no batches, or their columns differ.</exception>
    /// <exception cref="RecordingException">A column is of a type that tables do not have, such as a list; the message names it.</exception>
    public static Table ToTable(this IEnumerable<RecordBatch> batches)
    {
        RecordBatch[] all = [.. batches];
        if (all.Length == 0)
            throw new ArgumentException("Without a batch there are no columns to make a table of.", nameof(batches));
        return ToTable(all[0].Schema, [.. Enumerable.Range(0, all[0].ColumnCount).Select(i => FromArrow.Joined([.. all.Select(b => b.Column(i))]))]);
    }

    /// <summary>Writes a table to a file in Arrow's IPC format (also known as Feather version 2).</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteArrow(this Table table, string file)
    {
        var batch = table.ToRecordBatch();
        using var writer = new ArrowFileWriter(File.Create(file), batch.Schema);
        var rows = RowsPerBatch(batch);
        for (var first = 0L; first < batch.Length || first == 0; first += rows)
            writer.WriteRecordBatch(batch.Slice((int)first, rows));
        writer.WriteEnd();
    }

    /// <summary>Reads a table from a file of Arrow's IPC format or a stream such as <c>measurements.arrows</c>; of a stream that was cut off, the whole batches.</summary>
    /// <exception cref="RecordingException">The file cannot be read, is not Arrow, or holds a column that tables do not have.</exception>
    public static Table Read(string file)
    {
        try
        {
            using var reader = Open(file);
            List<RecordBatch> batches = [];
            while (reader.ReadNextRecordBatch() is { } batch)
                batches.Add(batch);
            return batches.Count == 0 ? new RecordBatch(reader.Schema, reader.Schema.FieldsList.Select(FromArrow.Nothing), 0).ToTable() : batches.ToTable();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArrowFormatException or RecordingException)
        {
            throw new RecordingException($"'{file}' cannot be read as a table: {e.Message}", e);
        }
    }

    private static int RowsPerBatch(RecordBatch batch)
    {
        var bytes = 0L;
        foreach (var array in batch.Arrays)
        {
            foreach (var buffer in array.Data.Buffers)
                bytes += buffer.Length;
        }

        return (int)Math.Clamp(BytesPerBatch * batch.Length / Math.Max(bytes, 1), 1, int.MaxValue);
    }

    private static ArrowStreamReader Open(string file)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> magic = stackalloc byte[ArrowNames.Magic.Length];
        var length = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return magic[..length].SequenceEqual(ArrowNames.Magic) ? new ArrowFileReader(stream) : new ArrowStreamReader(stream);
    }

    private static Table ToTable(Schema schema, IArrowArray[] arrays) =>
        new([.. arrays.Select((array, i) => FromArrow.Column(schema.GetFieldByIndex(i), i, array))]) { Name = schema.Metadata.GetValueOrDefault(ArrowNames.Name) ?? "" };
}
