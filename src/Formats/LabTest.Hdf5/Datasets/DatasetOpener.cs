using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5.Datasets;

/// <summary>Makes datasets from the messages of their headers.</summary>
internal static class DatasetOpener
{
    public static DatasetNode Open(OpenFile file, ObjectHeader header)
    {
        var origin = file.Source.Origin("dataset", header.First.Address);
        var type = ReadType(file, header, origin);
        var space = Reader(MessageType.Dataspace);
        var shape = DataspaceMessage.Decode(ref space);
        try
        {
            Hdf5Shape.CheckBytes(shape.Dimensions.AsSpan(), type.Size, nameof(shape));
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw origin.Corrupt($"its extents {shape} are out of range: {e.Message}");
        }

        var layout = LayoutDecoder.Decode(Reader(MessageType.Layout));
        var filters = header.Find(MessageType.FilterPipeline) is { } pipeline
            ? FilterPipelineMessage.Decode(pipeline.Reader(file.Source.Sizes, origin))
            : [];
        var fill = new FillPattern(ReadFill(file, header, origin), type.Size);
        RawStorage storage = header.Find(MessageType.ExternalFiles) is not null
            ? new ForeignStorage(layout, $"{file.Source.Name}: the dataset keeps its elements in raw files outside of the HDF5 file, which is not known.")
            : Storage(file, layout, type, shape, filters, fill, origin);
        return new DatasetNode(file, header, type, shape, storage, filters);

        ByteReader Reader(MessageType wanted) => header.Find(wanted) is { IsShared: false } message
            ? message.Reader(file.Source.Sizes, origin)
            : throw origin.Corrupt($"its {wanted} message is missing or shared");
    }

    public static RawStorage Storage(
        OpenFile file, LayoutMessage layout, Hdf5Type type, Hdf5Shape shape, IReadOnlyList<FilterDescription> filters, FillPattern fill, BlockOrigin origin)
    {
        var sink = file.IsWritable ? file.Sink : null;
        switch (layout)
        {
            case LayoutMessage.Compact compact:
                return new CompactStorage(compact.Data, type.Size, origin);
            case LayoutMessage.Contiguous contiguous:
                var size = contiguous.Size >= 0 ? contiguous.Size : shape.Count * type.Size;
                return new ContiguousStorage(file.Source, sink, contiguous.Address, size, type.Size, fill);
            case LayoutMessage.Chunked chunked:
                if (chunked.Chunk.Length != shape.Rank || chunked.ElementSize != type.Size)
                    throw origin.Corrupt($"its chunks of {chunked.Chunk.Length} dimensions and elements of {chunked.ElementSize} bytes do not fit {shape} of {type}");
                return Chunked(file, sink, chunked, shape, filters, fill, origin);
            case LayoutMessage.Virtual mapped:
                return new VirtualStorage(file, mapped, type, fill);
            default:
                throw origin.Corrupt("its layout is not known");
        }
    }

    private static ChunkedStorage Chunked(
        OpenFile file, FileSink? sink, LayoutMessage.Chunked layout, Hdf5Shape shape, IReadOnlyList<FilterDescription> filters, FillPattern fill, BlockOrigin origin)
    {
        ChunkGrid grid;
        try
        {
            grid = new ChunkGrid(layout.Chunk, layout.ElementSize, shape);
            grid.CheckNumbers(shape);
        }
        catch (OverflowException)
        {
            throw origin.Corrupt($"{shape} in chunks of ({string.Join(", ", layout.Chunk)}) is out of range");
        }

        var pipeline = new FilterPipeline(filters);
        var index = ChunkIndexes.Open(file.Source, sink, grid, layout, shape, !pipeline.IsEmpty, origin);
        return new ChunkedStorage(grid, index, pipeline, new ChunkReader(file.Source, grid, pipeline, fill), file.Encoder, layout.PartialUnfiltered);
    }

    private static Hdf5Type ReadType(OpenFile file, ObjectHeader header, BlockOrigin origin)
    {
        var message = header.Find(MessageType.Datatype) ?? throw origin.Corrupt("its Datatype message is missing");
        var reader = message.Reader(file.Source.Sizes, origin);
        return message.IsShared ? file.Shared.Type(ref reader) : DatatypeDecoder.Decode(ref reader);
    }

    private static byte[]? ReadFill(OpenFile file, ObjectHeader header, BlockOrigin origin)
    {
        if (header.Find(MessageType.FillValue) is { IsShared: false } message)
            return FillValueMessage.Decode(message.Reader(file.Source.Sizes, origin)).Value;
        return header.Find(MessageType.OldFillValue) is { IsShared: false } old
            ? FillValueMessage.DecodeOld(old.Reader(file.Source.Sizes, origin)).Value
            : null;
    }
}
