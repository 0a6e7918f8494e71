using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LabTest.Hdf5.Types;

/// <summary>Values without references as the bytes they consist of, where the compiler cannot know that they have none.</summary>
internal static class Elements
{
    public static ReadOnlySpan<byte> AsBytes<T>(ReadOnlySpan<T> values) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(Check(values))), checked(values.Length * Unsafe.SizeOf<T>()));

    public static Span<byte> AsBytes<T>(Span<T> values) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(values)), checked(Check((ReadOnlySpan<T>)values).Length * Unsafe.SizeOf<T>()));

    private static ReadOnlySpan<T> Check<T>(ReadOnlySpan<T> values) =>
        RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? throw new InvalidOperationException($"{typeof(T)} holds references.") : values;
}
