using System.Globalization;
using System.Text.Json;

namespace LabTest.Hdf5.Tests.Properties;

/// <summary>A type of elements: how random ones are made, and how they look in the JSON that h5py's values become.</summary>
internal abstract class ElementKind
{
    public static IReadOnlyList<ElementKind> All { get; } =
    [
        Integer((r, b) => (sbyte)b), Integer((r, b) => (byte)b), Integer((r, b) => (short)b), Integer((r, b) => (ushort)b),
        Integer((r, b) => (int)b), Integer((r, b) => (uint)b), Integer((r, b) => b), Integer((r, b) => (ulong)b),
        Integer((r, b) => (short)b, Hdf5Type.Integer(2, true, Hdf5ByteOrder.BigEndian)), Integer((r, b) => (ulong)b, Hdf5Type.Integer(8, false, Hdf5ByteOrder.BigEndian)),
        new ElementKind<Half>((r, _) => (Half)(r.Next(-999, 999) / 8.0), v => Number((double)v)),
        new ElementKind<float>((r, _) => r.NextSingle() * 1e10f, v => Number(v)),
        new ElementKind<double>((r, _) => (r.NextDouble() - 0.5) * Math.Pow(10, r.Next(-200, 200)), Number),
        new ElementKind<double>((r, _) => r.Next() / 7.0, Number, Hdf5Type.Float(8, Hdf5ByteOrder.BigEndian)),
        new ElementKind<bool>((r, _) => r.Next(2) == 0, v => v ? "True" : "False"),
        new ElementKind<DayOfWeek>((r, _) => (DayOfWeek)r.Next(7), v => ((int)v).ToString(CultureInfo.InvariantCulture)),
        new ElementKind<string>((r, _) => Text(r, 30), v => v),
        new ElementKind<string>((r, _) => Text(r, 5), v => v, Hdf5Type.FixedText(12)),
        new ElementKind<Pair>((r, b) => new Pair((int)b, r.Next() / 3.0, (byte)r.Next(256)), v => $"{v.A}|{Number(v.B)}|{v.C}"),
        new ElementKind<byte[]>((r, b) => [(byte)b, (byte)r.Next(256), 1], Convert.ToBase64String, Hdf5Type.Opaque(3)),
    ];

    /// <summary>Whether its elements lie in chunks themselves, so that fletcher32 may guard them.</summary>
    public abstract bool CanBeSummed { get; }

    /// <summary>Makes a dataset as an item describes it; what looks at it later is returned.</summary>
    public abstract IWritten Write(Hdf5File file, Item item);

    /// <summary>How a value of h5py's looks, in the same way as <see cref="IWritten.Expected"/>.</summary>
    public static string Look(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') => Number(value.GetDouble()),
        JsonValueKind.Object => string.Join('|', value.EnumerateObject().Select(p => Look(p.Value))),
        _ => value.ToString(),
    };

    private static ElementKind<T> Integer<T>(Func<Random, long, T> make, Hdf5Type? type = null)
        where T : IFormattable => new(make, v => v.ToString(null, CultureInfo.InvariantCulture), type);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => random.Next(10) == 0 ? "µ" : ((char)random.Next('a', 'z' + 1)).ToString()));

    private readonly record struct Pair(int A, double B, byte C);
}
