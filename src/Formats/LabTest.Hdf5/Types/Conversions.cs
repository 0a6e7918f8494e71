using System.Numerics;

namespace LabTest.Hdf5.Types;

/// <summary>
/// Finds how elements of one type become elements of another: numbers to numbers (out-of-range values are clipped, as the reference
/// library does), compounds field by field by name, arrays element by element, texts of fixed length by cutting or padding.
/// </summary>
internal static class Conversions
{
    /// <summary>Finds a conversion.</summary>
    /// <returns>The conversion, or null where the bytes are the same.</returns>
    /// <exception cref="InvalidCastException">There is none.</exception>
    public static IConversion? Between(Hdf5Type from, Hdf5Type to)
    {
        if (from.Equals(to))
            return null;

        switch (from, to)
        {
            case (Hdf5EnumType source, Hdf5EnumType target) when SameNames(source, target):
                return Between(source.BaseType, target.BaseType);
            case (Hdf5EnumType source, Hdf5IntegerType):
                return Between(source.BaseType, to);
            case (Hdf5IntegerType, Hdf5EnumType target) when !ReferenceEquals(target, Hdf5Type.Bool):
                return Between(from, target.BaseType);
            case (Hdf5IntegerType or Hdf5FloatType, Hdf5IntegerType or Hdf5FloatType):
                return BetweenNumbers(from, to);
            case (Hdf5TextType { FixedSize: not null } source, Hdf5TextType { FixedSize: not null } target):
                return new FixedTextConversion(source, target);
            case (Hdf5OpaqueType, Hdf5OpaqueType) when from.Size == to.Size:
                return null;
            case (Hdf5ReferenceType { Kind: Hdf5ReferenceKind.Object }, Hdf5ReferenceType { Kind: Hdf5ReferenceKind.Object }) when from.Size == to.Size:
                return null;
            case (Hdf5OtherType, _) when from.Size == to.Size && to is Hdf5IntegerType { IsSigned: false } or Hdf5OpaqueType:
                return null;
            case (Hdf5ArrayType source, Hdf5ArrayType target) when source.Dimensions.SequenceEqual(target.Dimensions) || source.Count == target.Count:
                return Between(source.Element, target.Element) is { } element
                    ? new ArrayConversion(source, target, element)
                    : null;
            case (Hdf5CompoundType source, Hdf5CompoundType target):
                return new CompoundConversion(source, target);
            default:
                throw new InvalidCastException($"Elements of type {from} cannot be taken as {to}.");
        }
    }

    private static bool SameNames(Hdf5EnumType a, Hdf5EnumType b)
    {
        var names = b.Members.ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal);
        return a.Members.All(m => names.TryGetValue(m.Key, out var value) && value == m.Value)
            || a.Members.Select(m => m.Value).ToHashSet().IsSubsetOf(b.Members.Select(m => m.Value));
    }

    private static IConversion? BetweenNumbers(Hdf5Type from, Hdf5Type to)
    {
        if (from is Hdf5IntegerType { IsWhole: false } or Hdf5FloatType { IsIeee: false }
            || to is Hdf5IntegerType { IsWhole: false } or Hdf5FloatType { IsIeee: false })
            throw new InvalidCastException($"Numbers with unused bits or of a format other than IEEE 754 are not known: {from} to {to}.");

        return from switch
        {
            Hdf5IntegerType { Size: 1, IsSigned: true } => To<sbyte>(from, to),
            Hdf5IntegerType { Size: 1 } => To<byte>(from, to),
            Hdf5IntegerType { Size: 2, IsSigned: true } => To<short>(from, to),
            Hdf5IntegerType { Size: 2 } => To<ushort>(from, to),
            Hdf5IntegerType { Size: 4, IsSigned: true } => To<int>(from, to),
            Hdf5IntegerType { Size: 4 } => To<uint>(from, to),
            Hdf5IntegerType { Size: 8, IsSigned: true } => To<long>(from, to),
            Hdf5IntegerType => To<ulong>(from, to),
            Hdf5FloatType { Size: 2 } => To<Half>(from, to),
            Hdf5FloatType { Size: 4 } => To<float>(from, to),
            _ => To<double>(from, to),
        };
    }

    private static IConversion? To<TFrom>(Hdf5Type from, Hdf5Type to)
        where TFrom : unmanaged, INumber<TFrom> => to switch
        {
            Hdf5IntegerType { Size: 1, IsSigned: true } => Number<TFrom, sbyte>(from, to),
            Hdf5IntegerType { Size: 1 } => Number<TFrom, byte>(from, to),
            Hdf5IntegerType { Size: 2, IsSigned: true } => Number<TFrom, short>(from, to),
            Hdf5IntegerType { Size: 2 } => Number<TFrom, ushort>(from, to),
            Hdf5IntegerType { Size: 4, IsSigned: true } => Number<TFrom, int>(from, to),
            Hdf5IntegerType { Size: 4 } => Number<TFrom, uint>(from, to),
            Hdf5IntegerType { Size: 8, IsSigned: true } => Number<TFrom, long>(from, to),
            Hdf5IntegerType => Number<TFrom, ulong>(from, to),
            Hdf5FloatType { Size: 2 } => Number<TFrom, Half>(from, to),
            Hdf5FloatType { Size: 4 } => Number<TFrom, float>(from, to),
            _ => Number<TFrom, double>(from, to),
        };

    private static IConversion? Number<TFrom, TTo>(Hdf5Type from, Hdf5Type to)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        bool swapFrom = Swapped(from), swapTo = Swapped(to);
        if (typeof(TFrom) == typeof(TTo))
            return swapFrom == swapTo ? null : new SwapConversion(from.Size);
        return new NumberConversion<TFrom, TTo>(swapFrom, swapTo);
    }

    private static bool Swapped(Hdf5Type type)
    {
        var order = type is Hdf5IntegerType integer ? integer.ByteOrder : ((Hdf5FloatType)type).ByteOrder;
        return type.Size > 1 && (order == Hdf5ByteOrder.LittleEndian) != BitConverter.IsLittleEndian;
    }
}
