using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Random;

/// <summary>Makes single values: the bytes that an array stores, and what a reader must find.</summary>
internal sealed class ScalarMaker(System.Random random)
{
    private static readonly string[] Letters = ["a", "Z", "0", " ", "\"", "\\", "\0", "µ", "Ω", "漢", "😀", "e\u0301"];

    /// <summary>Appends a value's bytes and gives the value.</summary>
    public JsonNode Append(IArrowType type, List<byte> bytes)
    {
        switch (type)
        {
            case StringType or LargeStringType:
                var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Letters[random.Next(Letters.Length)]));
                bytes.AddRange(Encoding.UTF8.GetBytes(text));
                return text;
            case BinaryType or LargeBinaryType:
                return CanonicalValues.Hex(Take(bytes, random.Next(12)));
            case Decimal128Type t:
                return Decimal(bytes, t.Precision, t.ByteWidth);
            case Decimal256Type t:
                return Decimal(bytes, t.Precision, t.ByteWidth);
            case FixedSizeBinaryType t:
                return CanonicalValues.Hex(Take(bytes, t.ByteWidth));
            case HalfFloatType:
                return CanonicalValues.Float((double)BitConverter.ToHalf(Take(bytes, 2)));
            case FloatType:
                return CanonicalValues.Float(BitConverter.ToSingle(Take(bytes, 4)));
            case DoubleType:
                return CanonicalValues.Float(BitConverter.ToDouble(Take(bytes, 8)));
            case NumberType t:
                return CanonicalValues.Integer(new BigInteger(Take(bytes, t.BitWidth / 8), isUnsigned: !t.IsSigned));
            case Date32Type:
                return CanonicalValues.Integer(Integer(bytes, 4, -1_000_000, 1_000_000) * TimeSpan.TicksPerDay * 100);
            case Date64Type:
                return CanonicalValues.Integer(Integer(bytes, 8, -100_000, 100_000, step: 86_400_000) * 1_000_000);
            case IntervalType t:
                return Interval(bytes, t.Unit);
            case TimeBasedType t:
                return Time(bytes, t);
            default:
                throw new NotSupportedException($"{type}");
        }
    }

    private JsonNode Time(List<byte> bytes, TimeBasedType type)
    {
        var scale = BigInteger.Pow(1000, TimeUnit.Nanosecond - type.Unit);
        var second = (long)(1_000_000_000 / scale);
        var (least, most) = type is Time32Type or Time64Type ? (0, 86_400 * second) : (-8_000_000_000 * second, 8_000_000_000 * second);
        return CanonicalValues.Integer(Integer(bytes, type.BitWidth / 8, least, most) * scale);
    }

    private JsonNode Interval(List<byte> bytes, IntervalUnit unit)
    {
        var months = unit == IntervalUnit.DayTime ? (BigInteger?)null : Integer(bytes, 4, int.MinValue, int.MaxValue);
        var days = unit == IntervalUnit.YearMonth ? (BigInteger?)null : Integer(bytes, 4, int.MinValue, int.MaxValue);
        BigInteger? rest = unit switch
        {
            IntervalUnit.YearMonth => null,
            IntervalUnit.DayTime => Integer(bytes, 4, int.MinValue, int.MaxValue),
            _ => Integer(bytes, 8, long.MinValue, long.MaxValue),
        };
        return new JsonArray(new[] { months, days, rest }.OfType<BigInteger>().Select(JsonNode? (v) => CanonicalValues.Integer(v)).ToArray());
    }

    private JsonNode Decimal(List<byte> bytes, int precision, int width)
    {
        var digits = string.Concat(Enumerable.Range(0, 1 + random.Next(precision)).Select(_ => random.Next(10)));
        var value = BigInteger.Parse(digits) * (random.Next(2) * 2 - 1);
        var stored = new byte[width];
        System.Array.Fill(stored, value.Sign < 0 ? (byte)0xFF : (byte)0);
        value.TryWriteBytes(stored, out _);
        bytes.AddRange(stored);
        return CanonicalValues.Integer(value);
    }

    private BigInteger Integer(List<byte> bytes, int width, long least, long most, long step = 1)
    {
        var value = random.NextInt64(least, most) * step;
        bytes.AddRange(BitConverter.GetBytes(value).AsSpan(0, width));
        return value;
    }

    private byte[] Take(List<byte> bytes, int count)
    {
        var taken = new byte[count];
        random.NextBytes(taken);
        if (random.Next(8) == 0)
            System.Array.Fill(taken, random.Next(2) == 0 ? (byte)0 : (byte)0xFF);
        bytes.AddRange(taken);
        return taken;
    }
}
