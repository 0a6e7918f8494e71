using LabTest.Arrow.Ipc.Metadata;

namespace LabTest.Arrow.Ipc.Reading;

/// <summary>Goes through the arrays and buffers of a batch in order, and checks each against the message's body.</summary>
internal ref struct BatchCursor(BatchHeader header, ReadOnlyMemory<byte> body)
{
    private static readonly ArrowBuffer OneZeroOffset = new(new byte[sizeof(long)]);

    private readonly BatchHeader _header = header;
    private int _node;
    private int _buffer;
    private int _variadic;
    private long _taken;

    /// <summary>The column that is being read, for messages.</summary>
    public string Column { get; set; } = string.Empty;

    /// <summary>The length and nulls of the next array; -1 nulls are yet to be counted, as JavaScript leaves them.</summary>
    public (int Length, int NullCount) NextNode()
    {
        if (_node == _header.Nodes.Length)
            throw Fault($"the batch describes {_node} arrays only");
        var (length, nulls) = _header.Nodes[_node++];
        if (length is < 0 or > int.MaxValue || nulls < -1 || nulls > length)
            throw Fault($"an array claims {length} values of which {nulls} are null");
        return ((int)length, (int)nulls);
    }

    /// <summary>The next buffer, which must have at least so many bytes.</summary>
    public ArrowBuffer NextBuffer(long least)
    {
        if (_buffer == _header.Buffers.Length)
            throw Fault($"the batch describes {_buffer} buffers only");
        var (offset, length) = _header.Buffers[_buffer++];
        if (offset < 0 || length < 0 || offset > body.Length || length > body.Length - offset)
            throw Fault($"a buffer of {length} bytes at {offset} leaves the message's body of {body.Length}");
        if (length < least)
            throw Fault($"a buffer has {length} bytes where {least} are needed");

        // Buffers do not share bytes: without this a small body could stand for any amount of work.
        _taken += length;
        if (_taken > body.Length)
            throw Fault("the buffers overlap");
        return length == 0 ? ArrowBuffer.Empty : new ArrowBuffer(body.Slice((int)offset, (int)length));
    }

    /// <summary>The next buffer, of validity bits; it may be left out where nothing is null.</summary>
    public ArrowBuffer NextValidity(int length, int nullCount)
    {
        var buffer = NextBuffer(nullCount > 0 ? BitUtility.ByteCount(length) : 0);
        if (nullCount < 0 && buffer.Length < BitUtility.ByteCount(length) && !buffer.IsEmpty)
            throw Fault($"{buffer.Length} bytes do not hold the validity of {length} values");
        return nullCount == 0 ? ArrowBuffer.Empty : buffer;
    }

    /// <summary>The next buffer, of one offset more than there are values; for no values it may be left out.</summary>
    public ArrowBuffer NextOffsets(int length, int width)
    {
        var buffer = NextBuffer(length == 0 ? 0 : (length + 1L) * width);
        return buffer.Length < width ? OneZeroOffset : buffer;
    }

    /// <summary>How many buffers of bytes the next array of views has.</summary>
    public int NextVariadicCount()
    {
        if (_variadic == _header.VariadicCounts.Length)
            throw Fault("the batch does not say how many buffers its views have");
        var count = _header.VariadicCounts[_variadic++];
        return count >= 0 && count <= _header.Buffers.Length - _buffer
            ? (int)count
            : throw Fault($"views claim {count} buffers");
    }

    public readonly ArrowFormatException Fault(string what) => new($"A batch contradicts itself in column '{Column}': {what}.");
}
