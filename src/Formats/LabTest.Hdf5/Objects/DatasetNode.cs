using LabTest.Hdf5.Datasets;
using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Selections;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Objects;

/// <summary>A dataset: an object with elements. Its lock is held while elements are read or written; the file's structure lock is taken before it, never after.</summary>
internal sealed class DatasetNode : ObjectNode
{
    private readonly Lock _gate = new();
    private readonly RawStorage _storage;
    private readonly Hdf5Shape _shape;
    private readonly long[] _dimensions;
    private long _rowBytes;
    private bool _touched;
    private long _lastAppend;

    public DatasetNode(OpenFile file, ObjectHeader header, Hdf5Type type, Hdf5Shape shape, RawStorage storage, IReadOnlyList<FilterDescription> filters)
        : base(file, header)
    {
        Type = type;
        _shape = shape;
        _storage = storage;
        Filters = filters;
        _dimensions = [.. shape.Dimensions];
        SetRowBytes();
    }

    public Hdf5Type Type { get; }

    public IReadOnlyList<FilterDescription> Filters { get; }

    public Hdf5Shape Shape
    {
        get
        {
            lock (_gate)
                return _shape.Rank == 0 ? _shape : _shape.With(_dimensions);
        }
    }

    public LayoutMessage Layout
    {
        get
        {
            lock (_gate)
                return _storage.Layout;
        }
    }

    public long RowBytes
    {
        get
        {
            lock (_gate)
                return _rowBytes;
        }
    }

    /// <summary>Whether nothing was appended for a while, so that chunks in memory had better be let go.</summary>
    public bool IsIdle
    {
        get
        {
            var options = File.Options;
            return options.TimeProvider.GetElapsedTime(Volatile.Read(ref _lastAppend)) >= options.IdleTime;
        }
    }

    protected override string Kind => "dataset";

    public static DatasetNode Open(OpenFile file, ObjectHeader header) => DatasetOpener.Open(file, header);

    public override void Touch()
    {
        _touched = true;
        base.Touch();
    }

    public void Append(ReadOnlySpan<byte> rows)
    {
        lock (_gate)
        {
            CheckRows();
            if (_rowBytes == 0 || rows.Length % _rowBytes != 0)
                throw new ArgumentException($"Rows have {_rowBytes} bytes each; {rows.Length} bytes are not whole rows.", nameof(rows));
            TouchForAppend();
            ((ChunkedStorage)_storage).Append(_dimensions, rows, _rowBytes);
        }
    }

    public void Resize(ReadOnlySpan<long> dimensions)
    {
        lock (_gate)
        {
            if (_storage is not ChunkedStorage chunked)
                throw new InvalidOperationException("Only a chunked dataset can change its extents.");
            for (var i = 0; i < Math.Max(dimensions.Length, _dimensions.Length); i++)
            {
                if (dimensions.Length != _dimensions.Length || dimensions[i] < _dimensions[i]
                    || (_shape.MaxDimensions[i] != Hdf5Shape.Unlimited && dimensions[i] > _shape.MaxDimensions[i]))
                    throw new ArgumentOutOfRangeException(nameof(dimensions), $"The extents {Describe(_dimensions)} cannot become {Describe(dimensions)}: extents grow up to their maxima {Describe(_shape.MaxDimensions.AsSpan())}.");
            }

            Hdf5Shape.CheckBytes(dimensions, Type.Size, nameof(dimensions));
            chunked.CompleteTail();
            dimensions.CopyTo(_dimensions);
            SetRowBytes();
            TouchForAppend();
        }
    }

    public void Read(ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination, int depth = 0)
    {
        lock (_gate)
        {
            Box.Check(_dimensions, start, count);
            _storage.Read(_dimensions, start, count, destination, depth);
        }
    }

    public void Write(ReadOnlySpan<long> start, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements)
    {
        lock (_gate)
        {
            File.Sink.Check();
            Box.Check(_dimensions, start, count);
            TouchForAppend();
            _storage.Write(_dimensions, start, count, elements);
        }
    }

    public override void Flush(Commit commit, bool closing)
    {
        lock (_gate)
        {
            var rest = closing || IsIdle;
            _touched = false;
            _storage.Flush(_dimensions, commit, rest);
            if (!_shape.IsNull && _dimensions.Length > 0)
                Header.Set(MessageType.Dataspace, DataspaceMessage.Encode(_shape.With(_dimensions)));
            Header.Set(MessageType.Layout, LayoutEncoder.Encode(_storage.Layout));
            base.Flush(commit, closing);
            if (rest)
                File.Objects.Release(this);
        }
    }

    private void CheckRows()
    {
        File.CheckOpen();
        if (_storage is not ChunkedStorage || _shape.Rank == 0 || _shape.MaxDimensions[0] != Hdf5Shape.Unlimited)
            throw new InvalidOperationException("Rows can be appended only to a chunked dataset whose first dimension is unlimited.");
    }

    private void TouchForAppend()
    {
        File.CheckOpen();
        _lastAppend = File.Options.TimeProvider.GetTimestamp();
        if (!_touched)
            Touch();
    }

    private void SetRowBytes()
    {
        if (_shape.Rank > 0)
            _rowBytes = checked(Hdf5Shape.Product(_dimensions.AsSpan(1)) * Type.Size);
    }

    private static string Describe(ReadOnlySpan<long> extents) => $"({string.Join(", ", extents.ToArray())})";
}
