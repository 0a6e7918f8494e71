using System.Buffers;
using System.Runtime.CompilerServices;
using LabTest.Hdf5.Datasets;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5;

/// <summary>A dataset whose elements are taken as a C# type.</summary>
/// <typeparam name="T">The C# type of the elements.</typeparam>
public sealed class Hdf5Dataset<T> : Hdf5Dataset
{
    private const int Batch = 1 << 20;
    private const int LargestPiece = 1 << 30;

    private readonly ElementCodec<T> _codec;

    internal Hdf5Dataset(DatasetNode node, string path)
        : base(node, path) => _codec = ElementCodecs.For<T>(node.Type);

    /// <summary>Appends rows at the end of the first dimension. They are in the file at the next checkpoint.</summary>
    /// <param name="rows">The elements of one row or of many, in order.</param>
    /// <exception cref="ArgumentException">The elements are not whole rows.</exception>
    /// <exception cref="Hdf5WriteException">The disk is full or gone.</exception>
    public void Append(params ReadOnlySpan<T> rows)
    {
        if (_codec.IsIdentity)
        {
            for (var most = rows.Length <= LargestPiece / Unsafe.SizeOf<T>() ? rows.Length : LongestPiece(); rows.Length > most; rows = rows[most..])
                Dataset.Append(Elements.AsBytes(rows[..most]));
            Dataset.Append(Elements.AsBytes(rows));
            return;
        }

        var rowElements = (int)Math.Max(1, Dataset.RowBytes / Type.Size);
        if (rows.Length % rowElements != 0)
            throw new ArgumentException($"Rows have {rowElements} elements each; {rows.Length} elements are not whole rows.", nameof(rows));
        var batch = Math.Max(1, Batch / Type.Size / rowElements) * rowElements;
        for (var at = 0; at < rows.Length; at += batch)
        {
            var part = rows.Slice(at, Math.Min(batch, rows.Length - at));
            var bytes = ArrayPool<byte>.Shared.Rent(part.Length * Type.Size);
            var encoded = bytes.AsSpan(0, part.Length * Type.Size);
            _codec.Encode(part, encoded, Dataset.File.Heap);
            Dataset.Append(encoded);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Writes all elements.</summary>
    /// <param name="elements">As many as the dataset has, in the order of rows.</param>
    public void Write(ReadOnlySpan<T> elements)
    {
        var shape = Shape;
        Write(elements, new long[shape.Rank], shape.Dimensions.AsSpan());
    }

    /// <summary>Writes a box of elements.</summary>
    /// <param name="elements">The elements of the box, in the order of rows.</param>
    /// <param name="start">Where the box begins, in every dimension.</param>
    /// <param name="count">How many elements it has, in every dimension.</param>
    public void Write(ReadOnlySpan<T> elements, ReadOnlySpan<long> start, ReadOnlySpan<long> count)
    {
        if (elements.Length != (Shape.IsNull ? 0 : Hdf5Shape.Product(count)))
            throw new ArgumentException($"{elements.Length} elements are given for a box of {string.Join(" x ", count.ToArray())}.", nameof(elements));
        if (elements.IsEmpty)
            return;
        if (_codec.IsIdentity)
        {
            Dataset.Write(start, count, Elements.AsBytes(elements));
            return;
        }

        var bytes = new byte[checked(elements.Length * Type.Size)];
        _codec.Encode(elements, bytes, Dataset.File.Heap);
        Dataset.Write(start, count, bytes);
    }

    /// <summary>Reads all elements.</summary>
    /// <exception cref="Hdf5FormatException">The file is damaged, or claims more elements than it can hold.</exception>
    public T[] ReadAll()
    {
        var shape = Shape;
        ReadLimit.Check(Dataset, shape);
        var elements = new T[shape.Count];
        Read(elements, new long[shape.Rank], shape.Dimensions.AsSpan());
        return elements;
    }

    /// <summary>Reads the element of a dataset that has one.</summary>
    public T ReadScalar()
    {
        var shape = Shape;
        if (shape.Count != 1)
            throw new InvalidOperationException($"{this} has {shape.Count} elements.");
        var element = new T[1];
        Read(element, new long[shape.Rank], shape.Dimensions.AsSpan());
        return element[0];
    }

    /// <summary>Reads whole rows.</summary>
    /// <param name="destination">Room for them: as many elements as a multiple of a row's.</param>
    /// <param name="first">The first row.</param>
    public void ReadRows(Span<T> destination, long first)
    {
        var dimensions = Shape.Dimensions.ToArray();
        var row = Hdf5Shape.Product(dimensions.AsSpan(1));
        var start = new long[dimensions.Length];
        start[0] = first;
        dimensions[0] = row == 0 ? 0 : destination.Length / row;
        if (dimensions[0] * row != destination.Length)
            throw new ArgumentException($"Rows have {row} elements each; there is room for {destination.Length} elements, which are not whole rows.", nameof(destination));
        Read(destination, start, dimensions);
    }

    /// <summary>Reads a box of elements, without loading more than the chunks it touches.</summary>
    /// <param name="destination">Room for them, in the order of rows.</param>
    /// <param name="start">Where the box begins, in every dimension.</param>
    /// <param name="count">How many elements it has, in every dimension.</param>
    /// <exception cref="Hdf5FormatException">The file is damaged.</exception>
    public void Read(Span<T> destination, ReadOnlySpan<long> start, ReadOnlySpan<long> count)
    {
        Dataset.File.CheckOpen();
        if (destination.Length != (Shape.IsNull ? 0 : Hdf5Shape.Product(count)))
            throw new ArgumentException($"There is room for {destination.Length} elements where the box has {string.Join(" x ", count.ToArray())}.", nameof(destination));
        if (destination.IsEmpty)
            return;

        // Piece by piece along the first dimension: as many rows as a batch holds, at least one.
        var rows = count.Length == 0 ? 1 : count[0];
        var perRow = destination.Length / rows;
        var most = _codec.IsIdentity ? LargestPiece : Batch;
        var step = Math.Max(1, most / Math.Max(1, perRow * Type.Size));
        long[] from = [.. start], extent = [.. count];
        for (long row = 0; row < rows; row += step)
        {
            if (count.Length > 0)
            {
                from[0] = start[0] + row;
                extent[0] = Math.Min(step, rows - row);
            }

            var length = count.Length == 0 ? 1 : (int)(extent[0] * perRow);
            ReadPiece(destination.Slice((int)(row * perRow), length), from, extent);
        }
    }

    /// <summary>Reads a regular selection of elements.</summary>
    /// <param name="destination">Room for them, in the order of rows.</param>
    /// <param name="selection">Which elements.</param>
    /// <exception cref="Hdf5FormatException">The file is damaged.</exception>
    public void Read(Span<T> destination, Hdf5Hyperslab selection)
    {
        Dataset.File.CheckOpen();
        var dimensions = Shape.Dimensions;
        var extents = selection.Extents();
        if (selection.Rank != dimensions.Length)
            throw new ArgumentException($"The selection has {selection.Rank} dimensions where the dataset has {dimensions.Length}.", nameof(selection));
        if (destination.Length != Hdf5Shape.Product(extents))
            throw new ArgumentException($"There is room for {destination.Length} elements where {Hdf5Shape.Product(extents)} are selected.", nameof(destination));
        if (destination.IsEmpty)
            return;
        for (var i = 0; i < extents.Length; i++)
        {
            if (selection.At(i, extents[i] - 1) >= dimensions[i])
                throw new ArgumentOutOfRangeException(nameof(selection), $"The selection leaves the {dimensions[i]} elements of dimension {i}.");
        }

        ReadLimit.CheckElements(Dataset, destination.Length);
        var bytes = _codec.IsIdentity ? null : new byte[checked(destination.Length * Type.Size)];
        var zeros = new long[extents.Length];
        int[] axes = [.. Enumerable.Range(0, extents.Length)];
        new SelectionTransfer(Dataset, Type, selection, Hdf5Hyperslab.All(extents), axes, zeros, extents)
            .Run(zeros, extents, bytes ?? Elements.AsBytes(destination), 0);
        if (bytes is not null)
            _codec.Decode(bytes, destination, Dataset.File.Heap);
    }

    private void ReadPiece(Span<T> destination, ReadOnlySpan<long> start, ReadOnlySpan<long> count)
    {
        if (_codec.IsIdentity)
        {
            Dataset.Read(start, count, Elements.AsBytes(destination));
            return;
        }

        ReadLimit.CheckElements(Dataset, destination.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(checked(destination.Length * Type.Size));
        try
        {
            var elements = bytes.AsSpan(0, destination.Length * Type.Size);
            Dataset.Read(start, count, elements);
            _codec.Decode(elements, destination, Dataset.File.Heap);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>As many elements as one span of bytes can have, in whole rows.</summary>
    private int LongestPiece()
    {
        var row = Math.Max(1, Dataset.RowBytes / Type.Size);
        return (int)Math.Max(row, LargestPiece / Unsafe.SizeOf<T>() / row * row);
    }
}
