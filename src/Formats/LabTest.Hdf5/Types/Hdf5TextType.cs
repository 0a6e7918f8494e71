namespace LabTest.Hdf5;

/// <summary>Text, of a fixed length or of any.</summary>
public sealed class Hdf5TextType : Hdf5Type
{
    internal const int VariableSize = 16;

    private readonly int _variableSize;

    internal Hdf5TextType(int? fixedSize, Hdf5TextEncoding encoding, Hdf5TextPadding padding, int variableSize = VariableSize)
    {
        if (fixedSize is { } size)
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(fixedSize));
        FixedSize = fixedSize;
        Encoding = encoding;
        Padding = padding;
        _variableSize = variableSize;
    }

    /// <summary>The length in bytes, or null where every text has its own.</summary>
    public int? FixedSize { get; }

    /// <inheritdoc/>
    public override int Size => FixedSize ?? _variableSize;

    /// <summary>The character set.</summary>
    public Hdf5TextEncoding Encoding { get; }

    /// <summary>What follows the characters of a text of fixed length.</summary>
    public Hdf5TextPadding Padding { get; }

    internal override bool HasHeapData => FixedSize is null;

    /// <inheritdoc/>
    public override string ToString() => FixedSize is { } size ? $"text of {size} bytes" : "text";
}
