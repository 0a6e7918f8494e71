using System.Globalization;
using LabTest.Hdf5.Tests.Support;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests;

[Trait("Soak", "hdf5")]
public sealed class MemoryTests : Hdf5Test
{
    private const long Mebibyte = 1 << 20;

    [Fact]
    public async Task Takes_less_than_64_MiB_and_the_chunks_in_flight_however_long_a_recording_is()
    {
        var inFlight = 2 * Environment.ProcessorCount + 2;
        await using var writer = ForeignProcess.Start("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "LabTest.Hdf5.Writer.dll"),
            FileName, "memory", Effort.Count(60, 3000).ToString(CultureInfo.InvariantCulture)]);
        var grown = long.Parse(await writer.ReadToEnd(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"grown by {grown / Mebibyte} MiB");
        grown.Should().BeLessThan(64 * Mebibyte + 3 * inFlight * 2 * Mebibyte);      // a chunk on its way: as it is, shuffled, deflated
        (await H5py.Read(FileName, "result = bool((f['rows'][:] == np.arange(len(f['rows']))).all())")).GetBoolean().Should().BeTrue();
    }
}
