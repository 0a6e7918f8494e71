namespace LabTest.Arrow.Ipc.Reading;

/// <summary>The bytes of a part of a message as they come in. Memory grows with what has come, not with what is claimed to come.</summary>
internal sealed class MessagePart
{
    private const int Step = 64 * 1024;

    private byte[] _bytes = [];
    private int _wanted;

    public int Filled { get; private set; }

    public bool IsFull => Filled == _wanted;

    /// <summary>Whether more room must be made, and so much that it counts how many bytes are there.</summary>
    public bool NeedsMuch => Filled == _bytes.Length && _wanted > LeastRoom;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Filled);

    private long LeastRoom => Math.Max(2L * Filled, Step);

    /// <summary>Waits for so many bytes; those there are forgotten.</summary>
    public void Begin(int length)
    {
        Filled = 0;
        _wanted = length;
    }

    /// <summary>Where the next bytes go.</summary>
    /// <param name="available">How many are known to be there.</param>
    public Memory<byte> Room(long available)
    {
        if (Filled == _bytes.Length)
        {
            var size = Math.Min(_wanted, Math.Max(LeastRoom, Filled + available));
            var larger = GC.AllocateUninitializedArray<byte>((int)size);
            Bytes.CopyTo(larger);
            _bytes = larger;
        }

        return _bytes.AsMemory(Filled, Math.Min(_wanted, _bytes.Length) - Filled);
    }

    public void Took(int count) => Filled += count;

    /// <summary>Gives the bytes away; the next ones go to new memory.</summary>
    public ReadOnlyMemory<byte> HandOver()
    {
        var bytes = Bytes;
        _bytes = [];
        Begin(0);
        return bytes;
    }
}
