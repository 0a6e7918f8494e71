namespace LabTest.Instruments.Tests.Drivers;

/// <summary>Traces of floating-point samples, and what their formulas need to know.</summary>
public sealed class FloatingTraceTests
{
    private const string Profile = """
        parameters:
          gain: { scpi: GAIN, init: 2 }
          trace:
            type: waveform
            get: "DATA?"
            block: { sample: float32, order: big, points: 3 }
            x: { unit: s, value: i }
            y: { unit: V, value: "raw * gain" }
        actions: { go: [ { write: GO } ] }
        """;

    [Fact]
    public async Task A_sample_that_means_no_valid_value_is_not_a_number()
    {
        await using var it = ScriptedInstrument.Make(Profile, Answer);

        (await it.Capture("trace")).Samples.ToArray().Should().Equal(2, double.NaN, -2);
    }

    [Fact]
    public async Task A_setting_that_is_not_known_any_more_is_read_for_the_formula()
    {
        await using var it = ScriptedInstrument.Make(Profile, Answer);
        await it.Capture("trace");
        await it.Do("go");

        (await it.Capture("trace")).Samples.Span[0].Should().Be(2);

        it.Wire.Sent.Count(s => s == "GAIN?").Should().Be(2);
    }

    private static string? Answer(string message) => message switch
    {
        "GAIN?" => "2",
        "DATA?" => "#212" + string.Concat(new[] { 1f, 9.91e37f, -1f }.SelectMany(f =>
        {
            var bytes = BitConverter.GetBytes(f);
            Array.Reverse(bytes);
            return bytes;
        }).Select(b => (char)b)),
        _ => null,
    };
}
