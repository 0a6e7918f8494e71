using LabTest.Instruments.Tests.Support;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Tests.Yaml;

/// <summary>A tab that indents is told where it stands, and with what to do.</summary>
public sealed class TabIndentTests
{
    [Theory]
    [InlineData("labtest: instrument/1\nparameters:\n⌖\tvoltage: { scpi: VOLT }\n")]
    [InlineData("⌖\tlabtest: instrument/1\nid: acme/ps1\n")]
    [InlineData("parameters:\n  voltage:\n    scpi: VOLT\n⌖\tunit: V\n")]
    [InlineData("parameters:\n  voltage:\n    scpi: VOLT\n  ⌖\tunit: V\n")]
    [InlineData("parameters:\n  voltage: { scpi: VOLT,\n⌖\tunit: V }\n")]
    [InlineData("channels:\n  ids: [1,\n⌖\t2]\n  parameters: {}\n")]
    [InlineData("actions:\n  go:\n    - write: A\n⌖\t- write: B\n")]
    [InlineData("parameters:\n  voltage: { scpi: VOLT }\n⌖\t\n  current: { scpi: CURR }\n")]
    [InlineData("parameters:\n# one\n# two\n\n\n# three\n⌖\tvoltage: { scpi: VOLT }\n")]
    [InlineData("a:\n  doc: |\n    text\n  ⌖\tunit: V\n")]
    public void The_tab_is_named(string marked) =>
        Marked.Of(marked).OnlyProblem(text => YamlReader.Read("bench.yaml", text)).Message.Should().Be(
            "this is not YAML: a tab stands here, and only spaces may indent; write spaces instead");

    [Theory]
    [InlineData("parameters:\n  voltage:\t{ scpi: VOLT,\tunit: V }\t\n")]
    [InlineData("a: 1 # \tone\n# \ttwo\n")]
    [InlineData("doc: |\n  one\n  \ttwo\n")]
    [InlineData("doc: \"one\ttwo\"\n")]
    public void A_tab_that_does_not_indent_is_no_matter(string text) => YamlReader.Read("bench.yaml", text).Should().NotBeNull();

    [Theory]
    [InlineData("doc: |\n  one\n  \ttwo\nb: 1\nc: 1\nd: ⌖]\n")]
    [InlineData("a: ⌖]\nb: 1\nc: 1\nd: 1\ne: 1\nf: |\n  one\n  \ttwo\n")]
    public void A_tab_elsewhere_is_not_blamed(string marked) =>
        Marked.Of(marked).OnlyProblem(text => YamlReader.Read("bench.yaml", text)).Message.Should().NotContain("tab");
}
