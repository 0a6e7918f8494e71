using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Datasets;

/// <summary>Reads chunks from a file and undoes their filters.</summary>
internal sealed class ChunkReader(FileSource source, ChunkGrid grid, FilterPipeline pipeline, FillPattern fill)
{
    private const string Structure = "chunk";

    public FillPattern Fill => fill;

    /// <summary>Whether a chunk is stored as it is.</summary>
    public bool IsPlain(ChunkEntry entry) => pipeline.IsEmpty || (entry.FilterMask & pipeline.SkipAll) == pipeline.SkipAll;

    /// <summary>Reads a part of a chunk that is stored as it is.</summary>
    public void ReadPlain(ChunkEntry entry, long offset, Span<byte> destination)
    {
        CheckPlain(entry);
        source.Read(entry.Address + offset, destination, Structure);
    }

    /// <summary>Checks that the file holds a chunk that is stored as it is, before memory is taken for it.</summary>
    public void CheckPlain(ChunkEntry entry)
    {
        var origin = source.Origin(Structure, entry.Address);
        if (entry.Size != grid.ChunkBytes)
            throw origin.Corrupt($"it has {entry.Size} bytes where {grid.ChunkBytes} are wanted");
        source.Check(entry.Address, entry.Size, origin);
    }

    /// <summary>A whole chunk, its filters undone.</summary>
    public PooledBytes Read(ChunkEntry entry)
    {
        if (entry.IsMissing)
        {
            var missing = new PooledBytes(grid.ChunkBytes, grid.ChunkBytes);
            fill.Fill(missing.Span);
            return missing;
        }

        var origin = source.Origin(Structure, entry.Address);
        source.Check(entry.Address, entry.Size, origin);
        if (pipeline.Problem(entry.FilterMask) is { } problem)
            throw origin.Corrupt(problem);
        if (pipeline.LargestContent(entry.Size) < grid.ChunkBytes)
            throw origin.Corrupt($"its {entry.Size} bytes cannot stand for {grid.ChunkBytes}");
        var stored = new PooledBytes((int)entry.Size, (int)entry.Size);
        try
        {
            source.Read(entry.Address, stored.Span, Structure);
            return pipeline.Decode(stored, entry.FilterMask, grid.ChunkBytes);
        }
        catch (InvalidDataException e)
        {
            throw new Hdf5FormatException(origin.Corrupt(e.Message).Message, e);
        }
    }
}
