using LabTest.Instruments.Profiles;
using LabTest.Instruments.Tests.Support;
using LabTest.Instruments.Yaml;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Profiles;

public sealed class ProfileLoaderTests
{
    public static TheoryData<string> ShippedIds => [.. new ProfileLoader([TestBench.Instruments]).Ids().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ShippedIds))]
    public void Every_shipped_profile_loads_under_its_id(string id)
    {
        var model = new ProfileLoader([TestBench.Instruments]).Load(id, new YamlMark("here.yaml", 1, 1));

        model.Id.Should().Be(id);
        model.Class.Should().NotBeNull("what is shipped is interchangeable");
        model.Parameters.Values.Should().OnlyContain(p => p.Description != null, "an editor shows what each parameter is");
    }

    [Fact]
    public void A_profile_keeps_its_text_and_hash()
    {
        var source = TestBench.Profile("parameters: { v: { scpi: VOLT } }").Sources.Should().ContainSingle().Which;

        source.Text.Should().Be("labtest: instrument/1\nid: test/it\nparameters: { v: { scpi: VOLT } }");
        source.Hash.Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(source.Text))));
    }

    [Theory]
    [InlineData("{ scpi: VOLT }", ParameterType.Number, ParameterKind.Setting)]
    [InlineData("{ get: 'VOLT?' }", ParameterType.Number, ParameterKind.Reading)]
    [InlineData("{ set: 'VOLT {value}' }", ParameterType.Number, ParameterKind.Setting)]
    [InlineData("{ get: 'VOLT?', kind: info }", ParameterType.Number, ParameterKind.Info)]
    [InlineData("{ scpi: VOLT, init: true }", ParameterType.Bool, ParameterKind.Setting)]
    [InlineData("{ scpi: VOLT, init: on }", null, ParameterKind.Setting)]
    [InlineData("{ scpi: VOLT, options: [1, 2, auto] }", ParameterType.Number, ParameterKind.Setting)]
    [InlineData("{ scpi: VOLT, options: [slow, fast] }", ParameterType.Enum, ParameterKind.Setting)]
    [InlineData("{ scpi: VOLT, options: { on: ON, no: NO } }", ParameterType.Enum, ParameterKind.Setting)]
    [InlineData("{ scpi: VOLT, options: { 1: ONE } }", ParameterType.Enum, ParameterKind.Setting)]
    [InlineData("{ get: 'T?', block: { sample: int8 }, x: { unit: s, value: i }, y: { unit: V, value: raw } }", ParameterType.Waveform, ParameterKind.Reading)]
    public void Type_and_kind_follow_from_the_other_keys(string parameter, ParameterType? type, ParameterKind kind)
    {
        if (type is null)
        {
            // on is text in YAML 1.2, and text is no number.
            ProfileProblems.ShouldBe("parameters: { v: { scpi: VOLT, init: ⌖on } }", "for 'v': 'on' is no number");
            return;
        }

        var model = TestBench.Profile($"parameters: {{ v: {parameter} }}").Parameters["v"];

        (model.Type, model.Kind).Should().Be((type.Value, kind));
    }

    [Fact]
    public void Scpi_stands_for_a_query_and_a_command()
    {
        var model = TestBench.Profile("parameters: { v: { scpi: '[SOURce:]VOLTage' }, label: { scpi: LABel, type: text } }");

        model.Parameters["v"].Get!.Text.Should().Be("[SOURce:]VOLTage?");
        model.Parameters["v"].Set!.Text.Should().Be("[SOURce:]VOLTage {value}");
        model.Parameters["label"].Set!.Text.Should().Be("LABel \"{value}\"", "a text of SCPI stands between quotes");
    }

    [Fact]
    public void Channels_by_list_get_the_list_appended()
    {
        var model = TestBench.Profile("""
            channels:
              ids: [1, 2]
              address: list
              parameters: { v: { scpi: VOLT }, w: { get: "W? 5", set: "W 5,{value}" }, own: { get: "OWN? CH{ch}" } }
            """);

        model.Parameters.Values.SelectMany(p => new[] { p.Get?.Text, p.Set?.Text }).Should()
            .Equal("VOLT? (@{ch})", "VOLT {value},(@{ch})", "W? 5,(@{ch})", "W 5,{value},(@{ch})", "OWN? CH{ch}", null);
    }

    [Fact]
    public void A_profile_extends_another_by_key()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["acme"]);
        File.WriteAllText(folder["acme/base.yaml"], """
            labtest: instrument/1
            id: acme/base
            name: Base
            idn: '^ACME,(?<model>BASE),(?<serial>.+)$'
            link: { timeout: 7 s, gap: 5 ms }
            parameters:
              volts: { scpi: VOLTage, unit: V, range: [0, 6], init: 1 }
              amps: { scpi: CURRent, unit: A }
              mode: { scpi: MODE, options: { a: A, b: B } }
            """);
        File.WriteAllText(folder["acme/big.yaml"], """
            labtest: instrument/1
            id: acme/big
            extends: acme/base
            idn: ~
            identify: { query: "ID?", match: BIG }
            link: { gap: ~ }
            parameters:
              volts: { range: [0, 60] }
              amps: ~
              mode: { options: { c: C } }
              power: { scpi: POWer, unit: W }
            """);

        var model = new ProfileLoader([folder.Path]).Load("acme/big", new YamlMark("station.yaml", 1, 1));

        model.Should().BeEquivalentTo(new { Id = "acme/big", Name = "Base" });
        model.Identity!.Query.Should().Be("ID?");
        model.Link.Should().BeEquivalentTo(new { Timeout = TimeSpan.FromSeconds(7), Gap = TimeSpan.Zero });
        model.Parameters.Keys.Should().Equal("volts", "mode", "power");
        model.Parameters["volts"].Range!.Constant(null)!.Value.High.Should().Be(60);
        model.Parameters["mode"].Options.Select(o => o.Name).Should().Equal("a", "b", "c");
        model.Sources.Select(s => Path.GetFileName(s.File)).Should().Equal("big.yaml", "base.yaml");
    }

    [Fact]
    public void A_mistake_in_what_is_extended_is_told_at_its_own_place()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["acme"]);
        File.WriteAllText(folder["acme/base.yaml"], "labtest: instrument/1\nid: acme/base\nparameters:\n  v: { scpi: VOLT, unit: V, range: [6, 0] }\n");
        File.WriteAllText(folder["acme/big.yaml"], "labtest: instrument/1\nid: acme/big\nextends: acme/base\n");

        var load = () => new ProfileLoader([folder.Path]).Load("acme/big", new YamlMark("station.yaml", 1, 1));

        load.Should().Throw<ProfileException>().WithMessage($"{folder["acme/base.yaml"]}:4:37: the range [6, 0] is upside down*");
    }

    [Fact]
    public void A_profile_that_extends_itself_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["acme"]);
        File.WriteAllText(folder["acme/a.yaml"], "labtest: instrument/1\nid: acme/a\nextends: acme/b\n");
        File.WriteAllText(folder["acme/b.yaml"], "labtest: instrument/1\nid: acme/b\nextends: acme/a\n");

        var load = () => new ProfileLoader([folder.Path]).Load("acme/a", new YamlMark("station.yaml", 1, 1));

        load.Should().Throw<ProfileException>().WithMessage("*this extends more than 8 profiles, or itself");
    }

    [Theory]
    [InlineData("keysight/34461b", "there is no profile 'keysight/34461b' in *", "keysight/34461a")]
    [InlineData("../nowhere.yaml", "there is no file '*nowhere.yaml'", null)]
    public void A_profile_that_is_not_there_is_named_where_it_was_asked_for(string name, string message, string? didYouMean)
    {
        var load = () => new ProfileLoader([TestBench.Instruments]).Load(name, new YamlMark("/lab/station.yaml", 7, 14));

        var problem = load.Should().Throw<ProfileException>().Which.Problems.Should().ContainSingle().Which;
        problem.Should().BeEquivalentTo(new { File = "/lab/station.yaml", Line = 7, Column = 14, DidYouMean = didYouMean });
        problem.Message.Should().Match(message);
    }

    [Fact]
    public void A_profile_found_under_another_id_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["acme"]);
        File.WriteAllText(folder["acme/psu.yaml"], "labtest: instrument/1\nid: acme/psv\n");

        var load = () => new ProfileLoader([folder.Path]).Load("acme/psu", new YamlMark("/lab/station.yaml", 7, 14));

        load.Should().Throw<ProfileException>().WithMessage("/lab/station.yaml:7:14: '*psu.yaml' says its id is 'acme/psv'; rename the file, or correct the id");
    }

    [Theory]
    [InlineData("terminator: \"\\r\\n\"", "\r\n", "\r\n")]
    [InlineData("terminator: { write: \"\\r\", read: \"\\n\" }", "\r", "\n")]
    public void A_terminator_is_one_text_or_one_a_direction(string link, string write, string read) =>
        TestBench.Profile($"link: {{ {link} }}").Link.Should().BeEquivalentTo(new { WriteTerminator = write, ReadTerminator = read });

    [Theory]
    [InlineData("errors: {}", "AfterSet")]
    [InlineData("errors: { check: at_end }", "AtEnd")]
    [InlineData("name: x", "Never")]
    public void The_error_queue_is_read_only_where_the_profile_speaks_of_it(string keys, string check) =>
        TestBench.Profile(keys).Errors.Check.ToString().Should().Be(check);
}
