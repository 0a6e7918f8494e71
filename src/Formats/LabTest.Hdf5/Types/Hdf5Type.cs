using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5;

/// <summary>The type of the elements of a dataset or attribute, as it stands in a file (the datatype message of the specification, IV.A.2.d).</summary>
public abstract class Hdf5Type : IEquatable<Hdf5Type>
{
    private protected Hdf5Type()
    {
    }

    /// <summary>How many bytes an element takes in the file.</summary>
    public abstract int Size { get; }

    /// <summary>True and false as h5py stores them: an enumeration of FALSE and TRUE over a signed byte.</summary>
    public static Hdf5EnumType Bool { get; } = new(Integer(1), [new("FALSE", 0), new("TRUE", 1)]);

    /// <summary>UTF-8 text of any length, kept beside the elements in heaps.</summary>
    public static Hdf5TextType Text { get; } = new(null, Hdf5TextEncoding.Utf8, Hdf5TextPadding.NulTerminated);

    /// <summary>A reference to an object of the same file.</summary>
    public static Hdf5ReferenceType Reference { get; } = new(Hdf5ReferenceKind.Object);

    /// <summary>A whole number.</summary>
    /// <param name="size">Its bytes: 1, 2, 4 or 8.</param>
    /// <param name="signed">Whether it may be negative (two's complement).</param>
    /// <param name="order">The order of its bytes.</param>
    public static Hdf5IntegerType Integer(int size, bool signed = true, Hdf5ByteOrder order = Hdf5ByteOrder.LittleEndian) =>
        new(size, signed, order);

    /// <summary>An IEEE 754 number.</summary>
    /// <param name="size">Its bytes: 2, 4 or 8.</param>
    /// <param name="order">The order of its bytes.</param>
    public static Hdf5FloatType Float(int size, Hdf5ByteOrder order = Hdf5ByteOrder.LittleEndian) => new(size, order);

    /// <summary>Text of a fixed length.</summary>
    /// <param name="size">Its length in bytes (not characters).</param>
    /// <param name="encoding">Its character set.</param>
    /// <param name="padding">What follows the characters.</param>
    public static Hdf5TextType FixedText(
        int size, Hdf5TextEncoding encoding = Hdf5TextEncoding.Utf8, Hdf5TextPadding padding = Hdf5TextPadding.NulPadded) =>
        new(size, encoding, padding);

    /// <summary>Bytes without a meaning known to HDF5.</summary>
    /// <param name="size">How many.</param>
    /// <param name="tag">What they are, in ASCII, at most 255 bytes.</param>
    public static Hdf5OpaqueType Opaque(int size, string tag = "") => new(size, tag);

    /// <summary>An array in every element.</summary>
    /// <param name="element">The type of its elements.</param>
    /// <param name="dimensions">Its extents, slowest first.</param>
    public static Hdf5ArrayType Array(Hdf5Type element, params ReadOnlySpan<int> dimensions) => new(element, [.. dimensions]);

    /// <summary>The type that stands in a file for a C# type: a number, <see cref="bool"/>, an enumeration, <see cref="string"/>, or a struct of such.</summary>
    /// <typeparam name="T">The C# type.</typeparam>
    /// <exception cref="NotSupportedException">There is no HDF5 type for it; the message says what to use instead.</exception>
    public static Hdf5Type Of<T>() => ClrTypes.Describe(typeof(T));

    /// <summary>Whether both describe the same bytes.</summary>
    /// <param name="other">The other type.</param>
    public bool Equals(Hdf5Type? other) =>
        other is not null && (ReferenceEquals(this, other) || DatatypeEncoder.Encode(this).AsSpan().SequenceEqual(DatatypeEncoder.Encode(other)));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Hdf5Type);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => (int)Lookup3.Hash(DatatypeEncoder.Encode(this));

    /// <summary>Whether elements hold references into heaps, so that they cannot be copied as bytes.</summary>
    internal virtual bool HasHeapData => false;
}
