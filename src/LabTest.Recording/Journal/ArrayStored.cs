using System.Globalization;
using System.Runtime.InteropServices;

namespace LabTest.Recording.Journal;

/// <summary>Numbers are in data.h5 and survive.</summary>
/// <param name="Name">The name of the waveform or array.</param>
/// <param name="Test">The number of the start of its test.</param>
/// <param name="Dataset">The path in data.h5.</param>
/// <param name="From">The first row.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Unit">What the numbers count.</param>
/// <param name="Start">Where the first sample lies on the axis.</param>
/// <param name="Interval">The distance between two samples.</param>
/// <param name="AxisUnit">The unit of the axis.</param>
/// <param name="Source">The path it was captured from.</param>
internal sealed record ArrayStored(
    string Name,
    long? Test,
    string Dataset,
    long From,
    long Rows,
    string Unit,
    double? Start,
    double? Interval,
    string? AxisUnit,
    string? Source) : JournalEvent
{
    /// <summary>The CRC-32C of the numbers as they lie in memory (IEEE 754, little-endian), as eight hexadecimal digits; null for a table, and in journals of before.</summary>
    public string? Sum { get; init; }

    /// <summary>The checksum of numbers.</summary>
    public static string SumOf(ReadOnlySpan<double> numbers) => Crc32C.Of(MemoryMarshal.AsBytes(numbers)).ToString("x8", CultureInfo.InvariantCulture);
}
