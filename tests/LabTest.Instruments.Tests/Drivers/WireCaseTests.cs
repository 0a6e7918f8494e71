using LabTest.Instruments.Stations;
using LabTest.Testing.Foreign;

namespace LabTest.Instruments.Tests.Drivers;

/// <summary>The cases from the field that concern the wire: what each one's <c>expected.md</c> calls right.</summary>
public sealed class WireCaseTests
{
    [Fact]
    public async Task Padding_behind_the_terminator_is_not_an_answer()
    {
        await using var fake = await FieldCase.Start("03-nul-after-line-feed");
        await using var station = await Opened(fake);

        (await station.Read("dev.reading")).Should().Be((-4.2274544e-4).Volts());
        (await station.Read("dev.reading")).Should().Be((-4.2274544e-4).Volts());
        (await station.ReadText("dev.label")).Should().Be("bench A");
        await station.Set("dev.range", 1.Volts());
        (await station.Read("dev.range")).Should().Be(1.Volts());
    }

    private static ValueTask<OpenedStation> Opened(FieldCase fake) => TestBench.Open(StationLoader.Load(fake.Station, new StationLoadOptions()));
}
