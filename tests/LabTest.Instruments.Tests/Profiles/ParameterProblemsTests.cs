using LabTest.Instruments.Tests.Support;

namespace LabTest.Instruments.Tests.Profiles;

public sealed class ParameterProblemsTests
{
    [Theory]
    [InlineData("⌖{}", "parameter 'v' has no command; give 'scpi', or 'get' and 'set'")]
    [InlineData("{ scpi: ⌖VOLT, get: VOLT? }", "'scpi' stands for both get and set; give either 'scpi' or 'get' and 'set'")]
    [InlineData("{ scpi: ⌖'VOLT[' }", "'VOLT[' is no header*")]
    [InlineData("{ scpi: ⌖'VOLT?' }", "'VOLT?' is more than a header; 'scpi' is a header alone, as in VOLTage; give 'get' and 'set' for the rest")]
    [InlineData("{ scpi: ⌖'VOLT CH1' }", "'VOLT CH1' is more than a header*")]
    [InlineData("{ get: ⌖VOLT }", "'VOLT' is no query; a query ends in ?, unless the profile says with 'identify: none' or a 'status' in 'link' that the instrument does not speak SCPI")]
    [InlineData("{ get: 'VOLT?', set: ⌖VOLT }", "'VOLT' has no hole for the value; write {value} where it goes")]
    [InlineData("{ get: 'VOLT?', set: ⌖'VOLT? {value}' }", "'VOLT? {value}' is a query and cannot set anything")]
    [InlineData("{ get: ⌖'VOLT? {value}' }", "'VOLT? {value}' has a hole {value}, and there is no value to fill it; only 'set' has one")]
    [InlineData("{ get: ⌖'VOLT? {ch}' }", "'VOLT? {ch}' has a hole {ch}, but belongs to no channel; the profile has no channels")]
    [InlineData("{ get: ⌖'VOLT? {mdoe}' }", "there is no parameter 'mdoe' (there are mode, level, reading, v)", "mode")]
    [InlineData("{ get: ⌖'VOLT? {reading}' }", "'reading' is a reading, another one each time; only a setting or an info has a value to rely on")]
    [InlineData("{ scpi: VOLT, kind: ⌖reading }", "what can be set is a setting; leave 'kind' out, or give only 'get'")]
    [InlineData("{ get: 'VOLT?', kind: ⌖setting }", "a setting can be set; give 'set', or leave 'kind' out")]
    [InlineData("{ scpi: VOLT, type: bool, unit: ⌖V }", "'v' is of type bool and has no unit")]
    [InlineData("{ scpi: VOLT, type: text, range: ⌖[0, 1] }", "'range' belongs to a number, and 'v' is of type text")]
    [InlineData("{ scpi: VOLT, type: bool, overload: ⌖9e37 }", "'overload' belongs to a number, and 'v' is of type bool")]
    [InlineData("{ scpi: VOLT, options: {a: A}, ramp: ⌖{ step: 1, every: 1 s } }", "'ramp' belongs to a number, and 'v' is of type enum")]
    [InlineData("{ scpi: VOLT, x: ⌖{ unit: s, value: i } }", "'x' belongs to a waveform, and 'v' is of type number")]
    [InlineData("{ scpi: VOLT, prepare: ⌖[RUN] }", "'prepare' belongs to a waveform, and 'v' is of type number")]
    [InlineData("{ scpi: VOLT, coerce: ⌖up }", "only 'options' can be coerced to; a value outside a range is always refused")]
    [InlineData("{ scpi: VOLT, settle: ⌖5 V }", "a time is wanted here, as in 3 s, not 5 V")]
    [InlineData("{ scpi: VOLT, settle: ⌖-1 s }", "-1 s is no time that can be waited for")]
    [InlineData("{ scpi: VOLT, settle: ⌖.inf }", "*is no time that can be waited for")]
    [InlineData("{ scpi: VOLT, settle: ⌖1 year }", "1 year is longer than the 30 days that anything is waited for")]
    [InlineData("{ scpi: VOLT, format: ⌖Q }", "'Q' is no .NET format that gives a number; write it as F3, 0.000 or E5")]
    [InlineData("{ scpi: VOLT, format: ⌖\"0.0 'V'\" }", "*is no .NET format that gives a number*")]
    [InlineData("{ get: 'VOLT?', parse: { regex: ⌖'(' } }", "'(' is no regular expression: *")]
    [InlineData("{ get: 'VOLT?', parse: { field: ⌖-1 } }", "fields are counted from 0")]
    [InlineData("{ get: 'VOLT?', parse: { scale: ⌖0 } }", "the scale must be a number other than 0")]
    [InlineData("{ get: 'VOLT?', sim: { y: ⌖t } }", "'y' belongs to the simulation of a waveform, and 'v' is none")]
    [InlineData("{ get: 'VOLT?', sim: { value: ⌖1 + } }", "'1 +' is no formula: the formula ends too early (at place 4)")]
    [InlineData("{ get: 'VOLT?', sim: { value: ⌖lvel } }", "in 'lvel': 'lvel' is no parameter, variable or port here", "level")]
    [InlineData("{ get: 'VOLT?', unit: V, sim: { noise: ⌖5 mA } }", "5 mA cannot be given in V (voltage)*")]
    [InlineData("{ get: 'VOLT?', sim: { value: ⌖v + 1 } }", "the simulated value of 'v' depends on itself")]
    public void Says_which_key_is_wrong(string parameter, string message, string? didYouMean = null) =>
        ProfileProblems.ShouldBe(
            $$"""
            parameters:
              mode: { scpi: MODE, options: { slow: SLOW, fast: FAST } }
              level: { scpi: LEVel }
              reading: { get: "READ?" }
              v: {{parameter}}
            """,
            message,
            didYouMean);

    [Fact]
    public void Names_an_option_that_there_is_not() => ProfileProblems.ShouldBe(
        """
        parameters:
          mode: { scpi: MODE, options: { slow: SLOW, fast: FAST } }
          v: { get: "READ?", sim: { value: ⌖"if(mode == 'fats', 1, 0)" } }
        """,
        "in 'if(mode == 'fats', 1, 0)': 'fats' is no option of any parameter here",
        "'fast'");

    [Fact]
    public void Names_a_type_that_there_is_not() => ProfileProblems.ShouldBe(
        "parameters: { v: { scpi: VOLT, type: ⌖nubmer } }", "'nubmer' is not one of number, integer, bool, enum, text, waveform (there are *", "number");

    [Theory]
    [InlineData("range: ⌖5", "a range is wanted here, as in [0, 6], not '5'")]
    [InlineData("range: ⌖[1]", "a range is wanted here, as in [0, 6], not a list")]
    [InlineData("range: [⌖6, 0]", "the range [6, 0] is upside down; write the lowest value first")]
    [InlineData("range: [⌖0, .nan]", "the range [0, .nan] is upside down; write the lowest value first")]
    [InlineData("range: [0, ⌖5 A]", "5 A cannot be given in V (voltage)*")]
    [InlineData("range: [0, ⌖load]", "in 'load': 'load' is no parameter, variable or port here")]
    [InlineData("range: [0, ⌖t]", "in 't': 't' is no parameter, variable or port here", "v")]
    [InlineData("range: [0, ⌖measured * 2]", "in 'measured * 2': 'measured' is a reading, another one each time; only a setting or an info has a value to rely on")]
    [InlineData("range: ⌖{ 1: [0, 5] }", "'v' belongs to no channel; write its range as [lowest, highest]")]
    [InlineData("range: [0, 6], init: ⌖7", "7 V is outside the range of 'v', 0 V to 6 V")]
    [InlineData("range: [0, 6], init: ⌖5 A", "for 'v': 5 A cannot be given in V (voltage)*")]
    [InlineData("init: ⌖high", "for 'v': 'high' is no number; write it with its unit, as in 5 V")]
    [InlineData("init: ⌖true, type: number", "for 'v': 'on' is no number")]
    [InlineData("type: integer, init: ⌖2.5", "for 'v': 2.5 is no whole number")]
    [InlineData("options: ⌖[]", "there is no option; list at least one")]
    [InlineData("options: ⌖[1, 2, 1]", "options '1' and '1' are sent as the same text; they cannot be told apart")]
    [InlineData("options: [1, 2], init: ⌖3", "for 'v': 3 V is none of 1, 2 V")]
    [InlineData("type: integer, options: [1, ⌖2.5]", "2.5 is no whole number")]
    [InlineData("options: ⌖[1, 10], range: [0, 5]", "the option 10 is outside the range 0 V to 5 V and could never be set")]
    [InlineData("ramp: { step: ⌖0, every: 1 s }", "the step of a ramp must be above zero")]
    [InlineData("ramp: { step: ⌖1 A, every: 1 s }", "1 A cannot be given in V (voltage)*")]
    [InlineData("ramp: { step: 1, every: ⌖1 V }", "a time is wanted here, as in 3 s, not 1 V")]
    [InlineData("ramp: ⌖{ step: 1 V }", "a ramp needs the key 'every'")]
    public void Says_which_values_are_wrong(string keys, string message, string? didYouMean = null) => ProfileProblems.ShouldBe(
        $$"""
        sim: { variables: { load: 1 } }
        parameters:
          measured: { get: "READ?" }
          v: { scpi: VOLT, unit: V, {{keys}} }
        """,
        message,
        didYouMean);

    [Theory]
    [InlineData("options: ⌖{ a: POSitive, b: POS }", "options 'a' and 'b' are sent as the same text; they cannot be told apart")]
    [InlineData("options: ⌖{ a: '' }", "option 'a' is sent as nothing; give its text")]
    [InlineData("options: ⌖[a], type: bool", "a parameter of type bool has the options on and off, with what is sent for them, as in {on: ON, off: OFF}")]
    [InlineData("options: { a: A, bee: B }, init: ⌖bea", "for 'v': 'bea' is none of a, bee; did you mean 'bee'?")]
    [InlineData("type: bool, init: ⌖5", "for 'v': '5' is neither on nor off; write true or false")]
    public void Says_which_options_are_wrong(string keys, string message) => ProfileProblems.ShouldBe($"parameters: {{ v: {{ scpi: VOLT, {keys} }} }}", message);

    [Theory]
    [InlineData("{ by: ⌖mdoe, map: {} }", "there is no parameter 'mdoe' (there are mode, level, v)", "mode")]
    [InlineData("{ by: ⌖level, map: { 1: V } }", "'level' has no named options; only such a parameter decides on a unit", null)]
    [InlineData("{ by: mode, map: ⌖{ volts: V, amps: A, ohms: Ohm } }", "'ohms' is no value of 'mode'", null)]
    [InlineData("{ by: mode, map: ⌖{ volts: V } }", "the unit for mode 'amps' is missing", null)]
    [InlineData("{ by: mode, map: { volts: ⌖Vots, amps: A } }", "'Vots' is not a unit*", null)]
    [InlineData("⌖{ by: mode }", "a unit by parameter needs the key 'map'", null)]
    [InlineData("⌖[V]", "a unit is wanted here, not a list", null)]
    public void Says_which_unit_is_wrong(string unit, string message, string? didYouMean) => ProfileProblems.ShouldBe(
        $$"""
        parameters:
          mode: { scpi: MODE, options: { volts: VOLT, amps: CURR } }
          level: { scpi: LEVel, options: [1, 2] }
          v: { get: "READ?", unit: {{unit}} }
        """,
        message,
        didYouMean);

    [Theory]
    [InlineData("a-b", "'a-b' cannot be the name of a parameter; use letters, digits and _, beginning with a letter")]
    [InlineData("1st", "'1st' cannot be the name of a parameter*")]
    [InlineData("größe", "'größe' cannot be the name of a parameter*")]
    [InlineData("value", "'value' cannot be the name of a parameter: it means something else in commands and formulas")]
    [InlineData("ch", "'ch' cannot be the name of a parameter: *")]
    [InlineData("min", "'min' cannot be the name of a parameter: *")]
    [InlineData("safe_state", "'safe_state' cannot be the name of a parameter: *")]
    [InlineData("load", "'load' is the name of a parameter already; choose another for a variable")]
    public void Refuses_a_name_that_cannot_be_used(string name, string message) => ProfileProblems.ShouldBe(
        name == "load" ? "parameters: { load: { scpi: LOAD } }\nsim: { variables: ⌖{ load: 1 } }" : $"parameters: {{ {name}: ⌖{{ scpi: LOAD }} }}", message);

    [Fact]
    public void A_query_that_needs_its_own_answer_is_found()
    {
        var load = () => TestBench.Profile("""
            parameters:
              a: { get: "A? {b}", set: "A {value}" }
              b: { get: "B? {a}", set: "B {value}" }
            """);

        load.Should().Throw<ProfileException>().Which.Problems.Select(p => p.Message).Should()
            .Equal("to read 'a' its own value is needed", "to read 'b' its own value is needed");
    }

    [Theory]
    [InlineData("⌖{ type: waveform, get: 'T?' }", "a waveform needs 'get', 'block', 'x' and 'y'")]
    [InlineData("{ type: waveform, get: 'T?', unit: ⌖V, block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }", "a waveform has its units in 'x' and 'y'")]
    [InlineData("{ get: 'T?', init: ⌖5, block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }", "'init' does not belong to a waveform")]
    [InlineData("{ get: 'T?', block: { sample: ⌖int12 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }", "'int12' is not a sample type (there are *", "int16")]
    [InlineData("{ get: 'T?', block: { sample: int8 }, x: { unit: s, value: ⌖raw }, y: { unit: V, value: raw } }", "in 'raw': 'raw' is no parameter, variable or port here")]
    [InlineData("{ get: 'T?', prepare: ⌖['A?'], block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }", "'A?' is a query, and nobody reads its answer; prepare with commands")]
    [InlineData("{ get: 'T?', prepare: ⌖['A {b}'], block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }", "there is no parameter 'b' (there are trace)")]
    [InlineData("{ get: 'T?', preamble: { get: ⌖P, fields: [a] }, block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }", "'P' is no query; a query ends in ?")]
    [InlineData("{ get: 'T?', preamble: { get: 'P?', fields: ⌖[a, a] }, block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }", "the field 'a' is named twice")]
    [InlineData("{ get: 'T?', preamble: { get: 'P?', fields: ⌖['1'] }, block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }", "'1' cannot be the name of a field*")]
    [InlineData("{ get: 'T?', preamble: { get: 'P?', fields: [a] }, block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw }, sim: { preamble: ⌖{ b: 1, a: 1 }, y: t } }", "'b' is no field of the preamble", "a")]
    [InlineData("{ get: 'T?', preamble: { get: 'P?', fields: [a] }, block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw }, sim: ⌖{ y: t } }", "the simulated preamble has no 'a'")]
    [InlineData("{ get: 'T?', block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw }, sim: ⌖{ noise: 1 } }", "a simulated waveform needs 'y', a formula of t")]
    [InlineData("{ get: 'T?', block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw }, sim: { y: t, value: ⌖1 } }", "'value' does not belong to the simulation of a waveform")]
    public void Says_what_is_wrong_with_a_waveform(string trace, string message, string? didYouMean = null) =>
        ProfileProblems.ShouldBe($"parameters: {{ trace: {trace} }}", message, didYouMean);
}
