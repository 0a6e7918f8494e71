using LabTest.Instruments.Tests.Support;

namespace LabTest.Instruments.Tests.Profiles;

public sealed class ProfileProblemsTests
{
    private const string Parts =
        """
        parameters:
          mode: { scpi: MODE, options: { volts: VOLT, amps: CURR } }
          level: { scpi: LEVel, unit: V, range: [0, 5] }
          span: { scpi: SPAN, unit: V, options: [1, 10] }
          on: { scpi: OUTPut, type: bool }
          reading: { get: "READ?", unit: V }
          label: { scpi: LABel, type: text }
          only_set: { set: "ONLY {value}" }
          trace: { get: "T?", block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }

        """;

    [Theory]
    [InlineData("idn: ⌖'('", "'(' is no regular expression: *")]
    [InlineData("identify: none\nidn: ⌖x", "'idn' is short for 'identify'; give one of them")]
    [InlineData("identify: { query: ⌖'{x', match: x }", "'{x' in '{x' is no keyword*")]
    [InlineData("identify: ⌖nothing", "an identity is wanted here, a mapping of keys to values, not 'nothing'")]
    [InlineData("link: { timeout: ⌖0 s }", "this time must be above zero")]
    [InlineData("link: { timeout: ⌖3 V }", "a time is wanted here, as in 3 s, not 3 V")]
    [InlineData("link: { gap: ⌖-5 ms }", "-5 ms is no time that can be waited for")]
    [InlineData("link: { terminator: ⌖'' }", "a terminator cannot be empty; write it in double quotes, as \"\\n\"")]
    [InlineData("link: { terminator: ⌖{ write: \"\\n\" } }", "a terminator is one text, or {write: …, read: …}")]
    [InlineData("link: { retry: { times: ⌖-1 } }", "a query is repeated 0 to 100 times")]
    [InlineData("link: { retry: { times: 1, on: [⌖timeuot] } }", "'timeuot' is not a cause for a retry (there are timeout, disconnect)", "timeout")]
    [InlineData("link: { ⌖baud: 9600 }", "'baud' is not a key of a link (it has timeout, terminator, gap, retry, on_open, reply, status, resync, quiet, confirm_queries, slowest)")]
    [InlineData("class: ⌖dc_suply", "'dc_suply' is not an instrument class (there are *", "dc_supply")]
    [InlineData("errors: { query: ⌖'SYST:ERR' }", "'SYST:ERR' is no query; a query ends in ?")]
    [InlineData("errors: { query: ⌖'ERR? {ch}' }", "'ERR? {ch}' has a hole {ch}, but belongs to no channel*")]
    [InlineData("errors: { check: ⌖always }", "'always' is not a time to read the error queue (there are after_set, after_action, at_end, never)")]
    [InlineData("errors: { on_error: ⌖ignore }", "'ignore' is not a reaction to an error (there are fail, warn)")]
    [InlineData("⌖driver: 'X, Y'", "'driver' is not a key of a profile (it has *")]
    [InlineData("⌖simulator: 'X, Y'", "'simulator' is not a key of a profile (it has *")]
    public void Says_what_is_wrong_with_identity_link_and_errors(string keys, string message, string? didYouMean = null) =>
        ProfileProblems.ShouldBe(Parts + keys, message, didYouMean);

    [Theory]
    [InlineData("⌖nothing", "'nothing' is no id; write vendor/model in lower case, as in keysight/34461a")]
    [InlineData("⌖Keysight/34461A", "'Keysight/34461A' is no id*")]
    public void An_id_is_a_vendor_and_a_model(string id, string message)
    {
        var problem = Marked.Of($"labtest: instrument/1\nid: {id}").OnlyProblem(text => TestBench.Profile(text));

        problem.Message.Should().Match(message);
    }

    [Theory]
    [InlineData("- ⌖{}", "a step does one thing: give one of write, set, read, wait, opc, until, run")]
    [InlineData("- ⌖{ write: A, wait: 1 s }", "a step does one thing*")]
    [InlineData("- ⌖{ wait: 1 s, every: 1 s }", "'timeout' and 'every' belong to 'until'")]
    [InlineData("- { wait: ⌖1 V }", "a time is wanted here, as in 3 s, not 1 V")]
    [InlineData("- { opc: ⌖0 s }", "this time must be above zero")]
    [InlineData("- { write: ⌖'A {x' }", "'{x' has a brace that is not closed*")]
    [InlineData("- { write: ⌖'A {value}' }", "'A {value}' has a hole {value}, and there is no value to fill it; only 'set' has one")]
    [InlineData("- { write: ⌖'A {ch}' }", "'A {ch}' has a hole {ch}, but belongs to no channel; the profile has no channels")]
    [InlineData("- { write: ⌖'A {levle}' }", "there is no parameter 'levle' *", "level")]
    [InlineData("- { write: ⌖'READ?' }", "'READ?' is a query, and nobody reads its answer; use 'read' for a parameter, or 'opc' to wait")]
    [InlineData("- { set: ⌖{ levle: 1 } }", "there is no parameter 'levle' *", "level")]
    [InlineData("- { set: { level: ⌖7 V } }", "7 V is outside the range of 'level', 0 V to 5 V")]
    [InlineData("- { set: { level: ⌖1 A } }", "for 'level': 1 A cannot be given in V (voltage)*")]
    [InlineData("- { set: { reading: ⌖1 } }", "'reading' can only be read")]
    [InlineData("- { read: ⌖readnig }", "there is no parameter 'readnig' *", "reading")]
    [InlineData("- { read: ⌖only_set }", "'only_set' can only be set")]
    [InlineData("- { read: ⌖trace }", "'trace' is a waveform and has no single value")]
    [InlineData("- ⌖{ until: { on: true } }", "'until' needs a 'timeout'; it is the only step that waits for something")]
    [InlineData("- { until: { on: ⌖high }, timeout: 1 s }", "for 'on': 'high' is neither on nor off; write true or false")]
    [InlineData("- { until: { on: true }, timeout: 1 s, every: ⌖0 s }", "this time must be above zero")]
    [InlineData("- { run: ⌖stpo }", "there is no action 'stpo'", "stop")]
    [InlineData("- { ⌖repeat: 3 }", "'repeat' is not a key of a step (it has *")]
    public void Says_what_is_wrong_with_a_step(string step, string message, string? didYouMean = null) =>
        ProfileProblems.ShouldBe($"{Parts}actions:\n  stop: [ {{ write: STOP }} ]\n  act:\n    {step}", message, didYouMean);

    [Theory]
    [InlineData("actions:\n  a: ⌖[ { run: a } ]", "action 'a' runs itself; nothing in a profile loops")]
    [InlineData("actions:\n  a: ⌖[ { run: b } ]\n  b: [ { run: c } ]\n  c: [ { run: a } ]", "action 'a' runs itself; nothing in a profile loops")]
    [InlineData("actions: { level: ⌖[ { write: A } ] }", "'level' is the name of a parameter already; choose another for an action")]
    [InlineData("actions: { safe_state: ⌖[ { write: A } ] }", "'safe_state' cannot be the name of an action: it means something else in commands and formulas")]
    [InlineData("actions: { a: ⌖{ doc: x } }", "an action needs the key 'do'")]
    [InlineData("safety: ⌖{}", "the safety needs the key 'safe_state'")]
    [InlineData("safety: { safe_state: [], confirm: ⌖none }", "say why the instrument can give no sign of its safe state, as in reason: it answers no query; check, table and report repeat it in every run")]
    [InlineData("safety: { safe_state: [], confirm: ⌖none, reason: ' ' }", "say why the instrument can give no sign of its safe state, as in reason: it answers no query; check, table and report repeat it in every run")]
    [InlineData("safety: { safe_state: [], reason: ⌖it is old }", "'reason' belongs to 'confirm: none'")]
    [InlineData("safety: { safe_state: [], deadline: ⌖0 s }", "this time must be above zero")]
    [InlineData("safety: { safe_state: [ { set: { on: ⌖5 } } ] }", "for 'on': '5' is neither on nor off; write true or false")]
    public void Says_what_is_wrong_with_actions_and_safety(string keys, string message) => ProfileProblems.ShouldBe(Parts + keys, message);

    [Theory]
    [InlineData("Readabel: ⌖reading", "'Readabel' is no capability (there are Readable, Settable, Output, Movable, Ranged, Triggerable, WaveformSource)", "Readable")]
    [InlineData("Readable: ⌖[]", "Readable names nothing")]
    [InlineData("Readable: ⌖readng", "there is no parameter 'readng' *", "reading")]
    [InlineData("Readable: ⌖[reading, level]", "Readable needs a reading, and 'level' is none")]
    [InlineData("Readable: ⌖trace", "Readable needs a reading, and 'trace' is none")]
    [InlineData("Settable: ⌖reading", "Settable needs a setting, and 'reading' is none")]
    [InlineData("Output: ⌖level", "Output needs a setting of type bool, and 'level' is none")]
    [InlineData("WaveformSource: ⌖reading", "WaveformSource needs a waveform, and 'reading' is none")]
    [InlineData("WaveformSource: ⌖{ trace: trace, arm: level }", "the role 'arm' of WaveformSource needs an action, and 'level' is none")]
    [InlineData("Output: ⌖{ on: on }", "Output has no roles; name its parameters, as in [a, b]")]
    [InlineData("Ranged: ⌖reading", "Ranged names its roles: {range: …, of: …}")]
    [InlineData("Ranged: ⌖{ range: span }", "Ranged needs the role 'of', a reading")]
    [InlineData("Ranged: ⌖{ range: span, of: level }", "the role 'of' of Ranged needs a reading, and 'level' is none")]
    [InlineData("Ranged: ⌖{ rnage: span, range: span, of: reading }", "'rnage' is no role of Ranged (it has range, of)", "range")]
    [InlineData("Triggerable: ⌖{ arm: stpo }", "the role 'arm' of Triggerable needs an action, and 'stpo' is none", "stop")]
    [InlineData("Movable: ⌖{ position: mode, stop: stop }", "the role 'position' of Movable needs a number that is read, and 'mode' is none")]
    public void Says_what_is_wrong_with_a_capability(string capability, string message, string? didYouMean = null) =>
        ProfileProblems.ShouldBe($"{Parts}actions: {{ stop: [ {{ write: STOP }} ] }}\ncapabilities:\n  {capability}", message, didYouMean);

    [Theory]
    [InlineData("readng: ⌖[ { reading: 1 % } ]", "there is no parameter 'readng' *", "reading")]
    [InlineData("mode: ⌖[ { reading: 1 % } ]", "only a number has an accuracy, and 'mode' is none")]
    [InlineData("reading: ⌖{ by: span }", "an accuracy needs the key 'rows'")]
    [InlineData("reading: { rows: ⌖[] }", "there is no row; copy them from the datasheet")]
    [InlineData("reading: [ ⌖{ range: 1, reading: 1 % } ]", "a row with 'range' or 'of_range' needs 'by', the parameter that gives the active range")]
    [InlineData("reading: { by: ⌖mode, rows: [ { reading: 1 % } ] }", "'mode' is no number; 'by' is the parameter that gives the active range")]
    [InlineData("reading: { by: ⌖reading, rows: [ { reading: 1 % } ] }", "'reading' is a reading, another one each time*")]
    [InlineData("reading: { by: span, rows: [ { range: ⌖5, reading: 1 % } ] }", "5 is no range of 'span' (there are 1, 10)")]
    [InlineData("reading: [ { reading: ⌖1 V } ]", "1 V cannot be given in a bare number*")]
    [InlineData("reading: [ { fixed: ⌖1 A } ]", "1 A cannot be given in V (voltage)*")]
    [InlineData("reading: [ { fixed: ⌖-1 mV } ]", "-1 mV is no half-width of an accuracy")]
    [InlineData("reading: [ { reading: 1 %, when: ⌖{ mdoe: volts } } ]", "there is no parameter 'mdoe' *", "mode")]
    [InlineData("reading: [ { reading: 1 %, when: { mode: ⌖vots } } ]", "for 'mode': 'vots' is none of volts, amps; did you mean 'volts'?")]
    [InlineData("reading: [ { reading: 1 %, per_kelvin: ⌖{ reading: 1 ppm } } ]", "'per_kelvin' counts from the temperatures in 'valid'; give them, as in [18, 28]")]
    [InlineData("reading: { rows: [ { reading: 1 % } ], valid: { temperature: ⌖[28, 18] } }", "write the lowest and the highest temperature, as in [18, 28]")]
    [InlineData("reading: { rows: [ { reading: 1 % } ], valid: { within: ⌖5 V } }", "a time is wanted here, as in 3 s, not 5 V")]
    [InlineData("reading: { rows: [ { reading: 1 % } ], basis: ⌖k3 }", "'k3' is not a basis of an accuracy (there are limit, sigma, k2)", "k2")]
    public void Says_what_is_wrong_with_an_accuracy(string accuracy, string message, string? didYouMean = null) =>
        ProfileProblems.ShouldBe($"{Parts}accuracy:\n  {accuracy}", message, didYouMean);

    [Theory]
    [InlineData("variables: { a: ⌖x }", "a number is wanted here, not 'x'")]
    [InlineData("variables: ⌖{ a: .inf }", "'a' must be a finite number")]
    [InlineData("ports: ⌖{ a-b: 1 }", "'a-b' cannot be the name of a port; use letters, digits and _, beginning with a letter")]
    [InlineData("signals: { demand: ⌖levl }", "in 'levl': 'levl' is no parameter, variable or port here", "level")]
    [InlineData("signals: ⌖{ level: 1 }", "'level' is the name of a parameter already; choose another for a signal")]
    [InlineData("latency: ⌖1 V", "a time is wanted here, as in 3 s, not 1 V")]
    [InlineData("faults: { f: { on: ⌖'READ[', effect: timeout } }", "'READ[' is no header*")]
    [InlineData("faults: { f: ⌖{ on: READ } }", "a fault needs the key 'effect'")]
    [InlineData("faults: { f: { on: READ, effect: ⌖tiemout } }", "'tiemout' is not an effect of a fault (there are *", "timeout")]
    [InlineData("faults: { f: { on: READ, effect: timeout, nth: ⌖0 } }", "occurrences are counted from 1")]
    [InlineData("faults: { f: { on: READ, effect: timeout, every: ⌖0 } }", "'every' must be at least 1")]
    [InlineData("faults: { f: { on: READ, effect: timeout, probability: ⌖1.5 } }", "a probability lies between 0 and 1")]
    [InlineData("faults: { f: ⌖{ on: READ, effect: timeout, nth: 1, every: 2 } }", "give one of 'nth', 'every' and 'probability'; without any of them a fault happens each time")]
    [InlineData("faults: { f: { on: READ, effect: timeout, code: ⌖-100 } }", "'code' belongs to the effect 'error'")]
    [InlineData("faults: { f: { on: READ, effect: timeout, delay: ⌖1 V } }", "a time is wanted here, as in 3 s, not 1 V")]
    [InlineData("faults: { f: { on: ⌖REED, effect: timeout } }", "no command of this profile begins with 'REED', so the fault would never happen")]
    public void Says_what_is_wrong_with_the_simulation(string sim, string message, string? didYouMean = null) =>
        ProfileProblems.ShouldBe($"{Parts}sim:\n  {sim}", message, didYouMean);

    [Theory]
    [InlineData("dc_supply", "a dc_supply has on every channel the setting 'voltage' of type number in V; this profile has not (docs/classes.md)")]
    [InlineData("dmm", "a dmm has the reading 'reading' of type number in V; here it is in A (current) (docs/classes.md)")]
    [InlineData("dmm", "a dmm has the setting 'function' of type enum; here it is a reading (docs/classes.md)")]
    [InlineData("dmm", "a dmm has the setting 'range' of type number in V; here it is of type bool (docs/classes.md)")]
    [InlineData("dmm", "a dmm has the setting 'nplc' of type number; here it belongs to the channels (docs/classes.md)")]
    [InlineData("oscilloscope", "an oscilloscope has the capability Triggerable; this profile has not (docs/classes.md)")]
    [InlineData("dc_load", "a dc_load has a safe state; give 'safety: {safe_state: …}' (docs/classes.md)")]
    public void A_class_says_what_a_profile_of_it_has(string name, string message)
    {
        var load = () => TestBench.Profile($$"""
            class: {{name}}
            parameters:
              reading: { get: "READ?", unit: A }
              function: { get: "FUNC?", options: { a: A } }
              range: { scpi: RANG, type: bool }
            channels: { ids: [1], address: list, parameters: { nplc: { scpi: NPLC } } }
            """);

        load.Should().Throw<ProfileException>().Which.Problems.Should().Contain(p => p.Message == message).Which.Should()
            .BeEquivalentTo(new { Line = 3, Column = 8 });
    }

    [Fact]
    public void All_problems_are_listed_with_their_places()
    {
        var load = () => TestBench.Profile("""
            class: dmm
            parameters:
              a: { get: A }
              b: { scpi: B, unit: Vots }
            """);

        load.Should().Throw<ProfileException>().WithMessage("*profile.yaml:6:*'Vots' is not a unit*");
    }
}
