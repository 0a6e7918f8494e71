using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5.Datasets;

/// <summary>Makes new datasets: the messages of their headers, and their storage.</summary>
internal static class DatasetFactory
{
    public static DatasetNode Create<T>(OpenFile file, Hdf5Shape shape, Hdf5DatasetOptions<T> options)
    {
        var type = options.Type ?? Hdf5Type.Of<T>();
        var codec = ElementCodecs.For<T>(type);
        Hdf5Shape.CheckBytes(shape.Dimensions.AsSpan(), type.Size, nameof(shape));
        var bytes = shape.Count * type.Size;
        var layout = Choose(shape, options, bytes);
        var fill = EncodeFill(file, codec, options.Fill);
        var pattern = new FillPattern(fill, type.Size);
        if (options.Filters.Fletcher32 && type.HasHeapData)
            throw new ArgumentException($"The reference library takes no fletcher32 on {type}, whose values lie outside of the chunks; use Filters with {{ Fletcher32 = false }}.", nameof(options));
        var filters = layout == Hdf5Layout.Chunked ? options.Filters.Describe(type.Size) : [];
        RawStorage storage = layout switch
        {
            Hdf5Layout.Compact => Compact(file, bytes, type, pattern),
            Hdf5Layout.Chunked => Chunked(file, shape, options, type, filters, pattern),
            _ => new ContiguousStorage(file.Source, file.Sink, FileAddress.Undefined, bytes, type.Size, pattern),
        };

        return Create(file, type, shape, storage, FillMessage(layout, options.AllocateEarly, type, fill), filters);
    }

    /// <summary>Makes the header and the object around a storage.</summary>
    public static DatasetNode Create(
        OpenFile file, Hdf5Type type, Hdf5Shape shape, RawStorage storage, FillValueMessage fill, List<FilterDescription> filters)
    {
        var header = new ObjectHeader();
        header.Add(new HeaderMessage(MessageType.Dataspace, 0, DataspaceMessage.Encode(shape)));
        header.Add(new HeaderMessage(MessageType.Datatype, HeaderMessage.Constant, Message(DatatypeEncoder.Encode(type), "type")));
        header.Add(new HeaderMessage(MessageType.FillValue, HeaderMessage.Constant, Message(fill.Encode(), "fill value")));
        header.Add(new HeaderMessage(MessageType.Layout, 0, LayoutEncoder.Encode(storage.Layout)));
        if (filters.Count > 0)
            header.Add(new HeaderMessage(MessageType.FilterPipeline, HeaderMessage.Constant, FilterPipelineMessage.Encode(filters)));

        var node = new DatasetNode(file, header, type, shape, storage, filters);
        node.Touch();
        return node;
    }

    private static Hdf5Layout Choose<T>(Hdf5Shape shape, Hdf5DatasetOptions<T> options, long bytes)
    {
        var grows = !shape.Dimensions.AsSpan().SequenceEqual(shape.MaxDimensions.AsSpan());
        var wantsChunks = grows || options.Chunk is not null || options.Filters != Hdf5Filters.None || options.AllocateEarly;
        var layout = options.Layout == Hdf5Layout.Auto ? (wantsChunks ? Hdf5Layout.Chunked : Hdf5Layout.Contiguous) : options.Layout;
        if (layout == Hdf5Layout.Virtual)
            throw new ArgumentException("A virtual dataset is made by CreateVirtualDataset.", nameof(options));
        if (layout != Hdf5Layout.Chunked && wantsChunks)
            throw new ArgumentException("Extents that grow, chunks, filters and early allocation need a chunked layout.", nameof(options));
        if (layout == Hdf5Layout.Chunked && shape.Rank == 0)
            throw new ArgumentException("A dataset without dimensions cannot be chunked.", nameof(options));
        if (layout == Hdf5Layout.Compact && bytes > CompactStorage.Largest)
            throw new ArgumentException($"A compact dataset has at most {CompactStorage.Largest} bytes; this one has {bytes}.", nameof(options));
        if (options.AllocateEarly && (grows || options.Filters != Hdf5Filters.None))
            throw new ArgumentException("Early allocation needs fixed extents and no filters.", nameof(options));
        return layout;
    }

    /// <summary>The fill value as an element; null where it is zeros or empty.</summary>
    public static byte[]? EncodeFill<T>(OpenFile file, ElementCodec<T> codec, T? fill)
    {
        if (fill is null)
            return null;
        var element = new byte[codec.FileType.Size];
        codec.Encode([fill], element, file.Heap);
        return element.AsSpan().ContainsAnyExcept((byte)0) ? element : null;
    }

    private static CompactStorage Compact(OpenFile file, long bytes, Hdf5Type type, FillPattern fill)
    {
        var data = new byte[bytes];
        fill.Fill(data);
        return new CompactStorage(data, type.Size, file.Source.Origin("dataset", 0));
    }

    private static ChunkedStorage Chunked<T>(
        OpenFile file, Hdf5Shape shape, Hdf5DatasetOptions<T> options, Hdf5Type type, List<FilterDescription> filters, FillPattern fill)
    {
        var grid = Grid(shape, type, ChunkExtents(shape, type.Size, options.Chunk));
        var pipeline = new FilterPipeline(filters);
        var index = ChunkIndexes.Choose(file.Source, file.Sink, grid, shape, filters.Count > 0, options.AllocateEarly, fill);
        return new ChunkedStorage(grid, index, pipeline, new ChunkReader(file.Source, grid, pipeline, fill), file.Encoder, partialUnfiltered: false);
    }

    private static ChunkGrid Grid(Hdf5Shape shape, Hdf5Type type, int[] chunk)
    {
        try
        {
            return new ChunkGrid(chunk, type.Size, shape);
        }
        catch (OverflowException e)
        {
            throw new ArgumentException($"Extents of up to ({string.Join(", ", shape.MaxDimensions)}) in chunks of ({string.Join(", ", chunk)}) are more chunks than can be counted; take larger chunks or smaller maxima.", nameof(shape), e);
        }
    }

    private static int[] ChunkExtents(Hdf5Shape shape, int elementSize, IReadOnlyList<int>? given)
    {
        if (given is null)
            return ChunkExtentsGuess.For(shape, elementSize);
        if (given.Count != shape.Rank)
            throw new ArgumentException($"The chunk has {given.Count} extents where the dataset has {shape.Rank} dimensions.", nameof(given));
        long bytes = elementSize;
        for (var i = 0; i < given.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given[i], 1, nameof(given));
            if (shape.MaxDimensions[i] != Hdf5Shape.Unlimited && given[i] > Math.Max(1, shape.MaxDimensions[i]))
                throw new ArgumentException($"The chunk has {given[i]} elements in dimension {i}, which is at most {shape.MaxDimensions[i]}.", nameof(given));
            bytes = Math.Min(bytes * given[i], 1L << 32);
        }

        return bytes <= int.MaxValue ? [.. given] : throw new ArgumentException("A chunk has at most 2 GiB.", nameof(given));
    }

    private static FillValueMessage FillMessage(Hdf5Layout layout, bool early, Hdf5Type type, byte[]? fill)
    {
        var allocation = layout switch
        {
            Hdf5Layout.Compact => AllocationTime.Early,
            Hdf5Layout.Chunked => early ? AllocationTime.Early : AllocationTime.Incremental,
            _ => AllocationTime.Late,
        };
        return new FillValueMessage(allocation, type.HasHeapData ? 0 : 2, fill);
    }

    private static byte[] Message(byte[] body, string what) => body.Length <= HeaderMessage.LargestBody
        ? body
        : throw new ArgumentException($"The {what} of the dataset takes {body.Length} bytes where {HeaderMessage.LargestBody} fit.");
}
