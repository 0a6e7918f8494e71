using LabTest.Data;

namespace LabTest.Tests.Data;

/// <summary>Tables with a column of every type, missing values and many equal ones.</summary>
internal static class RandomTables
{
    private static readonly string[] Words = ["", "a", "B", "ä", "漢", "😀", "a longer text", "\0"];

    public static Table Make(int seed, int rows)
    {
        var random = new Random(seed);
        T?[] Some<T>(Func<T> make)
            where T : struct => [.. Enumerable.Range(0, rows).Select(T? (_) => random.Next(5) == 0 ? null : make())];

        return new Table(
            Columns.Of("row", Enumerable.Range(0, rows).ToArray()),
            Columns.Of("i8", Some(() => (sbyte)random.Next(-3, 3))),
            Columns.Of("i16", Some(() => (short)random.Next(-3, 3))),
            Columns.Of("i32", Some(() => random.Next(-3, 3)), Unit.Parse("count")),
            Columns.Of("i64", Some(() => random.Next(3) + (1L << 60))),
            Columns.Of("u8", Some(() => (byte)random.Next(5))),
            Columns.Of("u16", Some(() => (ushort)random.Next(5))),
            Columns.Of("u32", Some(() => (uint)random.Next(5))),
            Columns.Of("u64", Some(() => ulong.MaxValue - (ulong)random.Next(3))),
            Columns.Of("f16", Some(() => (Half)random.Next(-3, 3))),
            Columns.Of("f32", Some(() => random.Next(-3, 3) / 2f), Unit.Parse("mV")),
            Columns.Of("f64", Some(() => random.Next(8) switch { 0 => double.NaN, 1 => double.PositiveInfinity, 2 => -0.0, var n => n / 4.0 }), Unit.Parse("V")),
            Columns.Of("flag", Some(() => random.Next(2) == 0)),
            Columns.Of("time", Some(() => new Instant(1_790_000_000_123_456_789 + random.Next(3)))),
            Columns.Of("text", [.. Enumerable.Range(0, rows).Select(_ => random.Next(5) == 0 ? null : Words[random.Next(Words.Length)])]))
        {
            Name = "random",
        };
    }

    /// <summary>All values of a row.</summary>
    public static object?[] Values(this Table table, int row) => [.. table.Columns.Select(c => c.Value(row))];

    /// <summary>A value as something that can be ordered and compared: nothing for a missing value or NaN.</summary>
    public static object? Key(Column column, int row) => column.Value(row) switch
    {
        double.NaN => null,
        double number => number == 0 ? 0.0 : number,
        var other => other,
    };
}
