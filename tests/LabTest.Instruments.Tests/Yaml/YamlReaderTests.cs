using LabTest.Instruments.Tests.Support;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void Every_value_knows_its_line_and_column()
    {
        var root = YamlReader.ReadMapping("bench.yaml", "first: 1\nsecond:\n  - a\n  - { deep: [x, y] }\n");

        root.Find("first")!.Mark.Should().Be(new YamlMark("bench.yaml", 1, 8));
        var list = root.Find("second").Should().BeOfType<YamlSequence>().Subject;
        list.Items[0].Mark.Should().Be(new YamlMark("bench.yaml", 3, 5));
        var deep = list.Items[1].Should().BeOfType<YamlMapping>().Subject;
        deep.Entries[0].Key.Mark.Should().Be(new YamlMark("bench.yaml", 4, 7));
        deep.Find("deep").Should().BeOfType<YamlSequence>().Which.Items[1].Mark.Should().Be(new YamlMark("bench.yaml", 4, 17));
    }

    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("y")]
    [InlineData("1_000")]
    [InlineData("1:30")]
    [InlineData("tRue")]
    [InlineData("1e")]
    [InlineData("0x")]
    [InlineData("0b11")]
    [InlineData("1e999")]
    [InlineData("5 V")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("١")]
    public void What_YAML_1_2_does_not_resolve_is_text(string text)
    {
        var scalar = Scalar(text);

        (scalar.AsFlag, scalar.AsNumber, scalar.IsNull).Should().Be((null, null, false));
        scalar.Text.Should().Be(text);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-12", -12)]
    [InlineData("+12", 12)]
    [InlineData("1e8", 1e8)]
    [InlineData("1E-3", 1e-3)]
    [InlineData("9.9e+37", 9.9e37)]
    [InlineData(".5", .5)]
    [InlineData("-.5", -.5)]
    [InlineData("5.", 5)]
    [InlineData("010", 10)]
    [InlineData("0o10", 8)]
    [InlineData("0x1F", 31)]
    [InlineData("0xdeadBEEF", 0xdeadbeef)]
    [InlineData(".inf", double.PositiveInfinity)]
    [InlineData("-.Inf", double.NegativeInfinity)]
    [InlineData(".NaN", double.NaN)]
    public void Numbers_are_those_of_the_core_schema(string text, double number) => Scalar(text).AsNumber.Should().Be(number);

    [Theory]
    [InlineData("'1e8'")]
    [InlineData("\"true\"")]
    [InlineData("'~'")]
    [InlineData("\"0\"")]
    public void What_stands_in_quotes_is_text(string text)
    {
        var scalar = Scalar(text);

        (scalar.AsFlag, scalar.AsNumber, scalar.IsNull).Should().Be((null, null, false));
        scalar.Text.Should().Be(text[1..^1]);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("FALSE", false)]
    public void Flags_are_those_of_the_core_schema(string text, bool flag) => Scalar(text).AsFlag.Should().Be(flag);

    [Theory]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("Null")]
    [InlineData("NULL")]
    [InlineData("")]
    public void Nothing_is_what_the_core_schema_calls_null(string text) => Scalar(text).IsNull.Should().BeTrue();

    [Theory]
    [InlineData("a: 1\nb: 2\n⌖a: 3", "the key 'a' stands here twice; keep one")]
    [InlineData("a: {b: 1, ⌖\"b\": 2}", "the key 'b' stands here twice; keep one")]
    [InlineData("a: 1\n⌖--- \nb: 2", "a second document begins here; write one a file")]
    [InlineData("a: ⌖*x", "there is no anchor 'x' before this")]
    [InlineData("a: ⌖&x [*x]", null)]
    [InlineData("a: ⌖!!int 5", "the tag 'tag:yaml.org,2002:int' is not used here; write the value itself")]
    [InlineData("⌖!!str a: 5", "the tag 'tag:yaml.org,2002:str' is not used here; write the value itself")]
    [InlineData("⌖{a: 1}: 5", "a key must be a word")]
    [InlineData("⌖- a", "the file must be a mapping of keys to values")]
    [InlineData("⌖", "the file is empty")]
    [InlineData("a: 1\nb: x⌖\0c", "a character U+0000 stands here; the file is no text")]
    public void Says_what_is_no_YAML_for_us(string marked, string? message)
    {
        if (message is null)
        {
            // The anchor is not known before its value has ended.
            var read = () => YamlReader.Read("bench.yaml", marked.Replace("⌖", "", StringComparison.Ordinal));
            read.Should().Throw<ProfileException>().WithMessage("bench.yaml:1:8: there is no anchor 'x' before this");
            return;
        }

        var problem = Marked.Of(marked).OnlyProblem(text => YamlReader.ReadMapping("bench.yaml", text));

        problem.File.Should().Be("bench.yaml");
        problem.Message.Should().Be(message);
    }

    [Theory]
    [InlineData("a: [1, 2")]
    [InlineData("a: 'x")]
    [InlineData("a: b: c")]
    [InlineData("a: 1\n b: 2\nc")]
    [InlineData("a: \"\\q\"")]
    [InlineData("%YAML 99999999999999.1\n---\na: 1")]
    [InlineData("a: \"\\UFFFFFFFF\"")]
    public void A_text_that_is_no_YAML_is_refused_with_its_place(string text)
    {
        var read = () => YamlReader.Read("bench.yaml", text);

        var problem = read.Should().Throw<ProfileException>().Which.Problems.Should().ContainSingle().Which;
        problem.Message.Should().StartWith("this is not YAML: ");
        problem.Line.Should().BeGreaterThan(0);
        problem.Column.Should().BeGreaterThan(0);
    }

    [Fact]
    public void An_alias_repeats_its_anchor()
    {
        var root = YamlReader.ReadMapping("bench.yaml", "a: &x [1, 2]\nb: *x");

        root.Find("b").Should().BeSameAs(root.Find("a"));
    }

    [Fact]
    public void Aliases_that_multiply_are_refused_before_they_are_expanded()
    {
        var lines = Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]");
        var text = $"a0: &a0 [x, x, x]\n{string.Join('\n', lines)}";
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = () => YamlReader.Read("bench.yaml", text);

        read.Should().Throw<ProfileException>().WithMessage("*the aliases repeat more than 100000 values");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(50_000_000);
    }

    [Fact]
    public void Aliases_cannot_nest_what_brackets_may_not()
    {
        var nest = new string('[', 40);
        var close = new string(']', 40);
        var lines = Enumerable.Range(1, 1000).Select(i => $"a{i}: &a{i} {nest}*a{i - 1}{close}");
        var read = () => YamlReader.Read("bench.yaml", $"a0: &a0 x\n{string.Join('\n', lines)}");

        read.Should().Throw<ProfileException>().WithMessage("bench.yaml:3:*this nests deeper than 50 levels");
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("[{", 100_000)]
    public void Endless_nesting_is_refused(string piece, int times)
    {
        var read = () => YamlReader.Read("bench.yaml", string.Concat(Enumerable.Repeat(piece, times)));

        read.Should().Throw<ProfileException>();
    }

    [Fact]
    public void A_file_with_far_too_many_values_is_refused()
    {
        var read = () => YamlReader.Read("bench.yaml", $"a: [{string.Join(',', Enumerable.Repeat("1", 100_001))}]");

        read.Should().Throw<ProfileException>().WithMessage("*the file has more than 100000 values");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var read = () => SourceFile.Read("/nowhere/bench.yaml");

        read.Should().Throw<ProfileException>().WithMessage("/nowhere/bench.yaml: the file cannot be read: *");
    }

    [Fact]
    public void A_file_that_is_far_too_large_is_not_read()
    {
        using var folder = new LabTest.Testing.TemporaryFolder();
        using (var file = File.Create(folder["large.yaml"]))
            file.SetLength(1L << 32);
        var read = () => SourceFile.Read(folder["large.yaml"]);

        read.Should().Throw<ProfileException>().WithMessage("*the file has 4294967296 bytes; a YAML file here has at most 4194304");
    }

    private static YamlScalar Scalar(string text) => (YamlScalar)YamlReader.ReadMapping("bench.yaml", $"key: {text}").Find("key")!;
}
