using System.Numerics;

namespace LabTest.Hdf5.Binary;

/// <summary>Widths of counters as the specification derives them.</summary>
internal static class Bits
{
    /// <summary>How many bytes hold every number from 0 to <paramref name="limit"/>.</summary>
    public static int BytesFor(ulong limit) => limit == 0 ? 1 : BitOperations.Log2(limit) / 8 + 1;

    public static long RoundUp(long value, long multiple) => (value + multiple - 1) / multiple * multiple;

    public static long DivideUp(long value, long divisor) => value / divisor + (value % divisor == 0 ? 0 : 1);
}
