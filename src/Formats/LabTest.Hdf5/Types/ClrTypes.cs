using System.Collections.Concurrent;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LabTest.Hdf5.Types;

/// <summary>The HDF5 types of C# types, laid out as they lie in memory.</summary>
internal static class ClrTypes
{
    private static readonly Hdf5ByteOrder Native = BitConverter.IsLittleEndian ? Hdf5ByteOrder.LittleEndian : Hdf5ByteOrder.BigEndian;
    private static readonly ConcurrentDictionary<Type, Hdf5Type> Known = new();

    public static Hdf5Type Describe(Type type) => Known.GetOrAdd(type, static t => Layout(t).Type);

    private static (Hdf5Type Type, int Alignment) Layout(Type type)
    {
        if (type.IsEnum)
            return Number(EnumOf(type));
        if (Primitive(type) is { } primitive)
            return Number(primitive);
        if (type == typeof(string))
            return (Hdf5Type.Text, 1);
        if (type.IsSZArray)
            return (new Hdf5SequenceType(Describe(type.GetElementType()!)), 1);
        if (type == typeof(Hdf5Reference))
            return Number(Hdf5Type.Reference);
        if (type == typeof(Complex))
            return (new Hdf5CompoundType(16, [new("r", 0, Hdf5Type.Float(8, Native)), new("i", 8, Hdf5Type.Float(8, Native))]), 8);
        if (type is { IsValueType: true, IsPrimitive: false, IsGenericTypeDefinition: false } && !type.IsPointer)
            return Struct(type);
        throw Unsupported(type);
    }

    private static (Hdf5Type Type, int Alignment) Number(Hdf5Type type) => (type, type.Size);

    private static Hdf5Type? Primitive(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.SByte => Hdf5Type.Integer(1),
        TypeCode.Byte => Hdf5Type.Integer(1, signed: false),
        TypeCode.Int16 => Hdf5Type.Integer(2, true, Native),
        TypeCode.UInt16 => Hdf5Type.Integer(2, false, Native),
        TypeCode.Int32 => Hdf5Type.Integer(4, true, Native),
        TypeCode.UInt32 => Hdf5Type.Integer(4, false, Native),
        TypeCode.Int64 => Hdf5Type.Integer(8, true, Native),
        TypeCode.UInt64 => Hdf5Type.Integer(8, false, Native),
        TypeCode.Single => Hdf5Type.Float(4, Native),
        TypeCode.Double => Hdf5Type.Float(8, Native),
        TypeCode.Boolean => Hdf5Type.Bool,
        _ => type == typeof(Half) ? Hdf5Type.Float(2, Native) : null,
    };

    private static Hdf5EnumType EnumOf(Type type)
    {
        var number = (Hdf5IntegerType)Primitive(Enum.GetUnderlyingType(type))!;
        var members = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => new KeyValuePair<string, long>(NameOf(f), Value(f.GetRawConstantValue()!)));
        return new Hdf5EnumType(number, [.. members]);

        static long Value(object constant) => constant is ulong large ? unchecked((long)large) : Convert.ToInt64(constant);
    }

    private static (Hdf5Type Type, int Alignment) Struct(Type type)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .OrderBy(f => f.MetadataToken).ToArray();
        var attribute = type.StructLayoutAttribute ?? throw Unsupported(type);
        if (fields.Length == 0 || attribute.Value == LayoutKind.Auto || RuntimeSize(type) is not { } actual)
            throw Unsupported(type);

        var pack = attribute.Pack == 0 ? 8 : attribute.Pack;
        List<Hdf5Member> members = [];
        int end = 0, alignment = 1;
        foreach (var field in fields)
        {
            var (fieldType, fieldAlignment) = Layout(field.FieldType);
            if (fieldType.HasHeapData)
                throw new NotSupportedException($"{type} has the field {field.Name} of type {field.FieldType}; a struct stored in HDF5 holds fixed-size fields only.");
            fieldAlignment = Math.Min(pack, fieldAlignment);
            var offset = field.GetCustomAttribute<FieldOffsetAttribute>()?.Value ?? (end + fieldAlignment - 1) / fieldAlignment * fieldAlignment;
            members.Add(new Hdf5Member(NameOf(field), offset, fieldType));
            end = Math.Max(end, offset + fieldType.Size);
            alignment = Math.Max(alignment, fieldAlignment);
        }

        if (type.GetCustomAttribute<InlineArrayAttribute>() is { } inline)
            return (InlineArray(type, members[0].Type, inline.Length), alignment);

        var size = Math.Max((end + alignment - 1) / alignment * alignment, attribute.Size);
        if (size != actual)
            throw Unsupported(type);
        if (type.GetCustomAttribute<Hdf5OpaqueAttribute>() is { } opaque)
            return (Hdf5Type.Opaque(size, opaque.Tag), alignment);
        return (new Hdf5CompoundType(size, members), alignment);
    }

    private static Hdf5Type InlineArray(Type type, Hdf5Type element, int length)
    {
        if (type.GetCustomAttribute<Hdf5OpaqueAttribute>() is { } opaque)
            return Hdf5Type.Opaque(element.Size * length, opaque.Tag);
        if (type.GetCustomAttribute<Hdf5FixedTextAttribute>() is null)
            return Hdf5Type.Array(element, length);
        if (element.Size != 1)
            throw new NotSupportedException($"{type} is marked as text and must be an inline array of bytes.");
        return Hdf5Type.FixedText(length);
    }

    private static string NameOf(FieldInfo field)
    {
        if (field.GetCustomAttribute<Hdf5MemberAttribute>() is { } given)
            return given.Name;
        var name = field.Name;      // the field behind a property of a record struct is called <Name>k__BackingField
        return name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? name[1..end] : name;
    }

    private static int? RuntimeSize(Type type)
    {
        var holds = typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!.MakeGenericMethod(type);
        if ((bool)holds.Invoke(null, null)!)
            return null;
        return (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;
    }

    private static NotSupportedException Unsupported(Type type) => new(
        $"There is no HDF5 type for {type}. Use a number, bool, an enumeration, string, byte[] (with an opaque type), Complex, Hdf5Reference, or a struct of such with sequential or explicit layout.");
}
