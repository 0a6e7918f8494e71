using LabTest.Arrow.Ipc.Reading;

namespace LabTest.Arrow.Ipc.Writing;

/// <summary>Where the whole batches of a stream end, and what a writer must know to go on there.</summary>
/// <param name="Position">The byte behind the last whole batch, or behind the schema if there is none.</param>
/// <param name="Schema">The columns.</param>
/// <param name="Columns">The plans of the columns, with the dictionaries' numbers.</param>
/// <param name="Dictionaries">The dictionaries as they stand at that byte.</param>
internal sealed record StreamTail(long Position, Schema Schema, ColumnPlan[] Columns, KeyValuePair<long, ArrayData>[] Dictionaries)
{
    /// <summary>Reads a stream from its beginning.</summary>
    /// <exception cref="ArrowFormatException">There is no whole schema, or what stands before the end is no Arrow stream.</exception>
    public static StreamTail Find(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead || !stream.CanWrite || !stream.CanSeek)
            throw new ArgumentException("To go on with a stream it must be read, written and sought.", nameof(stream));

        stream.Position = 0;
        using var batches = new StreamBatches(new StreamMessages(stream, leaveOpen: true));
        if (!batches.ReadSchema())
            throw new ArrowFormatException($"The stream ends {batches.TornBytes} bytes into its schema, so there is nothing to go on with; begin it anew.");

        var decoder = batches.Decoder!;
        var tail = new StreamTail(batches.Position, decoder.Schema, decoder.Columns, []);
        while (batches.Read() is not null)
            tail = tail with { Position = batches.Position, Dictionaries = [.. decoder.Dictionaries.All] };
        return tail;
    }
}
