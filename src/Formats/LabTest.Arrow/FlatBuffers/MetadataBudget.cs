namespace LabTest.Arrow.FlatBuffers;

/// <summary>
/// How much may be made of a piece of metadata. In a hostile FlatBuffer many fields can point to the same text or table; what
/// honest metadata expands to is never much more than its own size.
/// </summary>
internal sealed class MetadataBudget
{
    private const int Fixed = 64 * 1024;
    private const int DeepestNesting = 64;

    private long _left;
    private int _depth;

    public MetadataBudget(int metadataLength) => _left = Fixed + 4L * metadataLength;

    /// <summary>Takes so many bytes of text.</summary>
    public void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
            throw new ArrowFormatException("The metadata expands to far more than its own size.");
    }

    /// <summary>Enters a field, and with it one level of nesting until <see cref="Leave"/>.</summary>
    public void Enter()
    {
        Take(16);
        if (++_depth > DeepestNesting)
            throw new ArrowFormatException($"Fields are nested deeper than {DeepestNesting} levels.");
    }

    public void Leave() => _depth--;
}
