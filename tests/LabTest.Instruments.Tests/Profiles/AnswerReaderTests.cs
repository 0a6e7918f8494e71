using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Tests.Profiles;

/// <summary>Answers of every spelling, and what each type of parameter makes of them.</summary>
public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData("unit: V", "12.5 mV", "12.5 mV")]
    [InlineData("unit: V", "12.5mV", "12.5 mV")]
    [InlineData("unit: V", "1.2E-2V", "12 mV")]
    [InlineData("unit: V", "12.5 VDC", "12.5 V")]
    [InlineData("unit: V", "12.5 volts", "12.5 V")]
    [InlineData("unit: mV", "1 V", "1000 mV")]
    [InlineData("unit: V", "5 UV", "5 uV")]
    [InlineData("unit: Vrms", "5 V", "5 Vrms")]
    [InlineData("unit: Vrms", "5 mVAC", "5 mVrms")]
    [InlineData("unit: A", "0.6A", "0.6 A")]
    [InlineData("unit: Hz", "1.5KHZ", "1.5 kHz")]
    [InlineData("unit: Hz", "1.5 MHZ", "1.5 MHz")]
    [InlineData("unit: Hz", "1.5 MHz", "1.5 MHz")]
    [InlineData("unit: Hz", "1.5 mHz", "1.5 mHz")]
    [InlineData("unit: Ohm", "4.7 kOhm", "4700 Ohm")]
    [InlineData("unit: Ohm", "4.7MOHM", "4700 kOhm")]
    [InlineData("unit: Ohm", "4.7 mohm", "4.7 mOhm")]
    [InlineData("unit: Ohm", "4.7 kÎ©", "4.7 kOhm")]
    [InlineData("unit: °C", "23.5 C", "23.5 °C")]
    [InlineData("unit: °C", "23.5 degC", "23.5 °C")]
    [InlineData("unit: °C", "23.5Â°C", "23.5 °C")]
    [InlineData("unit: °C", "50 F", "10 °C")]
    [InlineData("unit: K", "20 CEL", "20 °C")]
    [InlineData("unit: '%'", "45.5 %", "45.5 %")]
    [InlineData("unit: '%'", "45.5", "45.5 %")]
    [InlineData("unit: Sa/s", "500MSa/s", "500 MSa/s")]
    [InlineData("unit: dBm", "-3.5 DBM", "-3.5 dBm")]
    [InlineData("unit: s", "5 US", "5 us")]
    [InlineData("unit: V", "\"1.5\"", "1.5 V")]
    [InlineData("unit: V", ".5", "0.5 V")]
    [InlineData("unit: V", "5.", "5 V")]
    [InlineData("unit: V", "+.5e+01", "5 V")]
    [InlineData("type: integer", "#H1F", "31")]
    [InlineData("type: integer", "#h1f", "31")]
    [InlineData("type: integer", "#Q17", "15")]
    [InlineData("type: integer", "#B101", "5")]
    [InlineData("type: integer", "1.00E+02", "100")]
    [InlineData("unit: V, parse: { regex: '=([-+.0-9eE]+)' }", "U=12.5 mV", "12.5 mV")]
    [InlineData("unit: V, parse: { regex: '=([-+.0-9eE]+)' }", "U=12.5, I=3 A", "12.5 V")]
    [InlineData("unit: V, parse: { regex: '=([-+.0-9eE]+)' }", "U=12.5 and more", "12.5 V", false)]
    [InlineData("unit: V, parse: { regex: '=([-+.0-9eE]+) *MV', scale: 1e-3 }", "U=12.5 MV", "12.5 mV")]
    [InlineData("unit: mV, parse: { regex: '=([-+.0-9eE]+)', scale: 1000 }", "U=1.25V", "1250 mV")]
    [InlineData("unit: V, parse: { scale: 10 }", "1.25 V", "12.5 V")]
    [InlineData("unit: V, parse: { field: 1 }", "\"a,b\",2.5", "2.5 V")]
    [InlineData("unit: V, parse: { field: 1 }", "5\" wide,2.5", "2.5 V")]
    [InlineData("unit: V, overload: -1", "1", "1 V")]
    [InlineData("unit: V, range: [0, 1e38]", "9.9E37", "9.9e37 V")]
    [InlineData("set: 'X {value}', range: [1, 1e38], unit: Ohm", "INF", "9.9e37 Ohm")]
    public void A_number_is_read_in_every_form(string parameter, string answer, string value, bool isRead = true)
    {
        var (read, problem) = Read(parameter, answer);

        (problem is null).Should().Be(isRead, problem);
        if (isRead)
        {
            var wanted = Quantity.Parse(value);
            read.Quantity.In(wanted.Unit).Should().BeApproximately(wanted.Value, 1e-12 * Math.Abs(wanted.Value));
        }
    }

    [Theory]
    [InlineData("9.9E37")]
    [InlineData("-9.9E+37")]
    [InlineData("9.91E37")]
    [InlineData("+9.90000000E+37")]
    [InlineData("9.99999999E37")]
    [InlineData("99.0E36")]
    [InlineData("9.9E37 V")]
    [InlineData("1E999")]
    [InlineData("OL")]
    [InlineData("-OL")]
    [InlineData("o.l.")]
    [InlineData("OL V")]
    [InlineData("\"OVLD\"")]
    [InlineData("OVERLOAD")]
    [InlineData("overflow")]
    [InlineData("INF")]
    [InlineData("-INF")]
    [InlineData("NINF")]
    [InlineData("Infinity")]
    [InlineData("NAN")]
    [InlineData("-nan(ind)")]
    [InlineData("1.#QNAN")]
    [InlineData("-1.#INF")]
    [InlineData("----")]
    [InlineData("****")]
    public void What_means_no_valid_value_is_NaN_in_the_unit_whatever_the_type(string answer)
    {
        foreach (var parameter in new[] { "unit: V", "unit: mV, parse: { scale: 1000 }", "unit: V, type: integer", "unit: V, range: [-10, 10]", "unit: V, overload: 1e9" })
        {
            var (value, problem) = Read(parameter, answer);
            (value.Quantity.IsNaN, value.Quantity.Unit, problem).Should().Be((true, Unit.Parse(parameter.Contains("mV") ? "mV" : "V"), null), "{0} as {1}", answer, parameter);
        }
    }

    [Theory]
    [InlineData("1.#INF")]
    [InlineData("-1.#INF00")]
    [InlineData("1.#QNAN V")]
    [InlineData("U=1.#IND")]
    [InlineData("\"1.#INF\"")]
    [InlineData("OL")]
    [InlineData("OVER RANGE")]
    [InlineData("-INF")]
    [InlineData("nan")]
    [InlineData("U=UNLOCKED")]
    public void What_means_no_valid_value_is_known_before_parse_takes_a_piece_of_it(string answer)
    {
        foreach (var regex in new[] { "([-+.0-9eE]+)", "([-+.0-9eE]+).*", "([0-9.]+)" })
        {
            var (value, problem) = Read($"unit: V, overload: UNLOCKED, parse: {{ regex: '{regex}' }}", answer);
            (problem ?? "").Should().BeOneOf("", "is not as the profile's 'parse' says", "is not a number");
            (problem is null && !value.Quantity.IsNaN).Should().BeFalse("{0} by {1} is {2}", answer, regex, value);
            if (!answer.Contains('=') || regex[1] == '[' && answer.Any(char.IsAsciiDigit))
                problem.Should().BeNull("{0} by {1}", answer, regex);
        }

        Read("unit: V, parse: { regex: 'OPEN ([-+.0-9eE]+)' }", "OPEN 5").Value.Quantity.Should().Be(5.Volts());
        Read("unit: V, parse: { regex: '([-+.0-9eE]+)#' }", "1.5#2").Value.Quantity.Should().Be(1.5.Volts());
    }

    [Theory]
    [InlineData("overload: 1e9", "1.0000000E+09", "-1E9")]
    [InlineData("overload: [9999, 8888]", "9999", "+8888.0")]
    [InlineData("overload: -1", "-1", "-1.0")]
    [InlineData("overload: { at_least: 1e9 }", "1E9", "5E12")]
    [InlineData("overload: { at_least: 1e9, at_most: -1e9 }", "1E10", "-2E9")]
    [InlineData("overload: [HI, LO, 1e6]", "HI", "lo", "\"LO\"", "1E6")]
    [InlineData("overload: UNLOCKED", "unlocked")]
    [InlineData("overload: 9.9e9, parse: { scale: 1000 }", "9.9E9")]
    public void What_the_profile_says_means_no_valid_value_before_it_is_scaled(string overload, params string[] answers)
    {
        foreach (var answer in answers)
            Read($"unit: V, {overload}", answer).Value.Quantity.IsNaN.Should().BeTrue(answer);
        Read($"unit: V, {overload}", "1.5").Problem.Should().BeNull();
        Read($"unit: V, {overload}", "1.5").Value.Quantity.IsNaN.Should().BeFalse();
    }

    [Theory]
    [InlineData("unit: V", "5 MV", "cannot be read: 'MV' may be MV or mV; say which with 'parse', as in parse: { regex: '([-+.0-9eE]+) *MV', scale: … }")]
    [InlineData("unit: V", "12.5 mA", "cannot be read: it is in mA (current), and the profile says V (voltage)")]
    [InlineData("unit: V", "12.5 foo", "cannot be read: 'foo' is not a unit")]
    [InlineData("unit: V", "1.5x2", "cannot be read: 'x2' is not a unit")]
    [InlineData("unit: V", "1 2", "is not a number")]
    [InlineData("unit: V", "1:2", "is not a number")]
    [InlineData("unit: V", "- 1.5", "is not a number")]
    [InlineData("unit: V", "--1.5", "is not a number")]
    [InlineData("unit: V", "1,5", "is not a number; where it holds several values, say which with 'parse', as in parse: { field: 0 }")]
    [InlineData("unit: V", "", "is not a number")]
    [InlineData("unit: V", ".", "is not a number")]
    [InlineData("unit: V", "E5", "is not a number")]
    [InlineData("doc: none", "5 V", "cannot be read: it has the unit 'V', and the profile gives none; say 'unit'")]
    [InlineData("unit: V, parse: { regex: '^([-+.0-9eE]+)' }", "12.5 mA", "has 'mA' behind the number, and it is in mA (current), and the profile says V (voltage); take it into the expression of 'parse' if it is meant so")]
    [InlineData("unit: V, parse: { scale: 10 }", "1.5 mV", "is in mV, and 'parse' scales it as well; take the unit into its expression, or leave 'scale' out")]
    [InlineData("type: integer", "100.5", "is not a whole number")]
    [InlineData("type: integer", "1E-3", "is not a whole number")]
    [InlineData("type: integer", "#B102", "is not a number")]
    [InlineData("type: integer", "#H", "is not a number")]
    public void What_cannot_be_read_in_one_way_is_an_error(string parameter, string answer, string problem) => Read(parameter, answer).Problem.Should().Be(problem);

    [Theory]
    [InlineData("type: bool", "false", "off")]
    [InlineData("type: bool", "+1", "on")]
    [InlineData("type: bool", "#B1", "on")]
    [InlineData("type: bool", "-0", "off")]
    [InlineData("type: bool", "2", null)]
    [InlineData("type: bool", "0.5", null)]
    [InlineData("type: bool", "1 V", null)]
    [InlineData("type: bool", "", null)]
    [InlineData("type: bool, options: { on: 0, off: 1 }", "1.0", "off")]
    [InlineData("type: bool, options: { on: 0, off: 1 }", "+0", "on")]
    [InlineData("type: bool, options: { on: CLOSed, off: OPEN }", "CLOSED", "on")]
    [InlineData("options: { dc: '\"VOLT\"', ac: '\"VOLT:AC\"' }", "\"VOLTAGE:AC\"", "ac")]
    [InlineData("options: { dc: '\"VOLT\"', ac: '\"VOLT:AC\"' }", "VOLTS", "dc")]
    [InlineData("options: { dc: '\"VOLT\"', ac: '\"VOLT:AC\"' }", "VOL", null)]
    [InlineData("options: { r: RES, f: FRES }", "RESISTANCE", "r")]
    [InlineData("options: { r: RES, f: FRES }", "FRESISTANCE", "f")]
    [InlineData("options: { sine: SINusoid }", "SINU", null)]
    [InlineData("options: { a: 1, b: 10 }", "1.0E1", "b")]
    [InlineData("options: { a: '07', b: '7' }", "7", "b")]
    [InlineData("set: 'LOAD {value}', type: number, unit: Ohm, options: { high_z: INF }", "INF", "high_z")]
    [InlineData("set: 'LOAD {value}', type: number, unit: Ohm, options: { high_z: '9.9E37' }", "9.900000E+37", "high_z")]
    [InlineData("set: 'LOAD {value}', type: number, unit: Ohm, options: { high_z: '9.9E37' }", "50", "50 Ω")]
    public void Flags_and_names_are_read_in_every_form(string parameter, string answer, string? value)
    {
        var (read, problem) = Read(parameter, answer);

        (problem is null ? read.ToString() : null).Should().Be(value, problem);
    }

    private static (ParameterValue Value, string? Problem) Read(string parameter, string answer)
    {
        var model = TestBench.Profile($"parameters: {{ v: {{ get: 'V?', {parameter} }} }}").Parameters["v"];
        return AnswerReader.Read(model, model.Unit, channel: null, answer);
    }
}
