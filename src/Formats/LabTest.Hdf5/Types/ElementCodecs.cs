using System.Reflection;
using System.Runtime.CompilerServices;

namespace LabTest.Hdf5.Types;

/// <summary>Finds the codec between a C# type and a type of a file.</summary>
internal static class ElementCodecs
{
    /// <summary>The codec for elements of a type of a file.</summary>
    /// <exception cref="InvalidCastException">The elements cannot be taken as <typeparamref name="T"/>.</exception>
    /// <exception cref="NotSupportedException">There is no HDF5 type for <typeparamref name="T"/>.</exception>
    public static ElementCodec<T> For<T>(Hdf5Type fileType)
    {
        if (typeof(T) == typeof(string))
        {
            return fileType is Hdf5TextType text
                ? (ElementCodec<T>)(object)(text.FixedSize is null ? new VariableTextCodec(text) : new FixedTextCodec(text))
                : throw Mismatch<T>(fileType);
        }

        if (typeof(T) == typeof(byte[]) && fileType is Hdf5OpaqueType or Hdf5OtherType or Hdf5TextType { FixedSize: not null })
            return (ElementCodec<T>)(object)new BytesCodec(fileType);
        if (typeof(T).IsSZArray && fileType is Hdf5SequenceType sequence)
        {
            return (ElementCodec<T>)Activator.CreateInstance(
                typeof(SequenceCodec<>).MakeGenericType(typeof(T).GetElementType()!),
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, binder: null, [sequence], culture: null)!;
        }


        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            throw Mismatch<T>(fileType);
        return new ValueCodec<T>(fileType);
    }

    private static InvalidCastException Mismatch<T>(Hdf5Type fileType) => new($"Elements of type {fileType} cannot be taken as {typeof(T)}.");
}
