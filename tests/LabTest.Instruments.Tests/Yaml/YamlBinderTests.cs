using System.ComponentModel;
using LabTest.Instruments.Tests.Support;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Tests.Yaml;

public sealed class YamlBinderTests
{
    [Fact]
    public void Binds_every_kind_of_value_that_a_key_may_have()
    {
        var bound = Bind("""
            format: thing/1
            text: 12
            flag: true
            whole: 1e3
            number: -2.5
            quantity: 20 mV
            unit: V/us
            date: 2026-11-21
            colour: light_green
            list: [1, 2]
            map: { a: 1, b: 2 }
            inner: { text: x }
            parts: [{ text: y }, { text: z }]
            """);

        bound.Should().BeEquivalentTo(new
        {
            Text = "12",
            Flag = true,
            Whole = 1000,
            Number = -2.5,
            Quantity = Quantity.Parse("20 mV"),
            Unit = Unit.Parse("V/µs"),
            Date = new DateOnly(2026, 11, 21),
            Colour = Colour.LightGreen,
            List = new[] { 1, 2 },
            Map = new Dictionary<string, double> { ["a"] = 1, ["b"] = 2 },
        });
        bound.Inner!.Text.Should().Be("x");
        bound.Parts!.Select(t => t.Text).Should().Equal("y", "z");
    }

    [Fact]
    public void Keys_keep_the_order_of_the_file() =>
        Bind("format: thing/1\nmap: { z: 1, a: 2, m: 3 }").Map!.Keys.Should().Equal("z", "a", "m");

    [Fact]
    public void A_bound_mapping_knows_where_it_and_its_values_stand()
    {
        var bound = Bind("format: thing/1\ninner:\n  text: x");

        bound.Inner!.Mark.Should().Be(new YamlMark("thing.yaml", 3, 3));
        bound.Inner.MarkOf("text").Should().Be(new YamlMark("thing.yaml", 3, 9));
        bound.Inner.MarkOf("whole").Should().Be(bound.Inner.Mark, "a key that is not given stands nowhere");
    }

    [Theory]
    [InlineData("format: thing/1\n⌖txet: x", "'txet' is not a key of a thing (it has format, text, flag, whole, number, quantity, unit, date, colour, list, map, inner, parts)", "text")]
    [InlineData("format: thing/1\ninner: { parts: [ { ⌖inned: 1 } ] }", "'inned' is not a key of a part (it has text, whole, colour, inner, parts)", "inner")]
    [InlineData("format: thing/1\n⌖zzz: x", "'zzz' is not a key of a thing *", null)]
    [InlineData("format: thing/1\n⌖<<: { text: x }", "'<<' is not a key of a thing *", null)]
    [InlineData("⌖text: x", "a thing needs the key 'format'", null)]
    [InlineData("format: ⌖thing/2", "'thing/2' is not supported here; write \"thing/1\"", null)]
    [InlineData("format: thing/1\ntext: ⌖[a]", "a text is wanted here, not a list", null)]
    [InlineData("format: thing/1\ntext: ⌖{a: 1}", "a text is wanted here, not a mapping", null)]
    [InlineData("format: thing/1\ntext:⌖", "a text is wanted here, not nothing", null)]
    [InlineData("format: thing/1\nflag: ⌖yes", "true or false is wanted here, not 'yes'; write true or false", null)]
    [InlineData("format: thing/1\nflag: ⌖1", "true or false is wanted here, not '1'", null)]
    [InlineData("format: thing/1\nflag: ⌖'true'", "true or false is wanted here, not 'true'; take the quotes away", null)]
    [InlineData("format: thing/1\nwhole: ⌖2.5", "a whole number is wanted here, not '2.5'", null)]
    [InlineData("format: thing/1\nwhole: ⌖1e99", "a whole number is wanted here, not '1e99'", null)]
    [InlineData("format: thing/1\nwhole: ⌖.inf", "a whole number is wanted here, not '.inf'", null)]
    [InlineData("format: thing/1\nnumber: ⌖5 V", "a number is wanted here, not '5 V'", null)]
    [InlineData("format: thing/1\nnumber: ⌖'5'", "a number is wanted here, not '5'; take the quotes away", null)]
    [InlineData("format: thing/1\nquantity: ⌖5 Vots", "'5 Vots' is not a quantity: 'Vots' is not a unit*", null)]
    [InlineData("format: thing/1\nquantity: ⌖high", "'high' is not a quantity: it does not begin with a number*", null)]
    [InlineData("format: thing/1\nunit: ⌖Vots", "'Vots' is not a unit*", null)]
    [InlineData("format: thing/1\ndate: ⌖21.11.2026", "a date as in 2026-11-21 is wanted here, not '21.11.2026'", null)]
    [InlineData("format: thing/1\ndate: ⌖2026-02-30", "a date as in 2026-11-21 is wanted here, not '2026-02-30'", null)]
    [InlineData("format: thing/1\ncolour: ⌖lihgt_green", "'lihgt_green' is not a colour (there are red, light_green)", "light_green")]
    [InlineData("format: thing/1\nlist: ⌖1", "a list of whole numbers is wanted here, as in [a, b], not '1'", null)]
    [InlineData("format: thing/1\nlist: [1, ⌖x]", "a whole number is wanted here, not 'x'", null)]
    [InlineData("format: thing/1\nmap: ⌖[1]", "a mapping of names to numbers is wanted here, as in {name: value}, not a list", null)]
    [InlineData("format: thing/1\nmap: { a: ⌖x }", "a number is wanted here, not 'x'", null)]
    [InlineData("format: thing/1\ninner: ⌖x", "a part is wanted here, a mapping of keys to values, not 'x'", null)]
    [InlineData("format: thing/1\nparts: ⌖{ text: x }", "a list of parts is wanted here, as in [a, b], not a mapping", null)]
    public void Says_what_is_wrong_at_its_place(string marked, string message, string? didYouMean)
    {
        var problem = Marked.Of(marked).OnlyProblem(text => Bind(text));

        problem.File.Should().Be("thing.yaml");
        problem.Message.Should().Match(message);
        problem.DidYouMean.Should().Be(didYouMean);
    }

    [Fact]
    public void All_problems_are_listed_in_the_order_of_the_file()
    {
        var bind = () => Bind("""
            text: [x]
            parts:
              - { whole: a }
              - { colour: blue }
            frmat: thing/1
            """);

        var problems = bind.Should().Throw<ProfileException>().Which.Problems;
        problems.Select(p => (p.Line, p.Column)).Should().Equal((1, 1), (1, 7), (3, 14), (4, 15), (5, 1));
        bind.Should().Throw<ProfileException>().WithMessage(
            "thing.yaml:1:1: a thing needs the key 'format'*thing.yaml:5:1: 'frmat' is not a key of a thing*; did you mean 'format'?");
    }

    private static Thing Bind(string text) => new YamlBinder().BindOrThrow<Thing>(YamlReader.ReadMapping("thing.yaml", text));

    [YamlName("a colour")]
    internal enum Colour
    {
        Red,
        LightGreen,
    }

    [YamlName("a thing")]
    internal sealed record Thing : YamlObject
    {
        [YamlConstant("thing/1")]
        [Description("The format.")]
        public required string Format { get; init; }

        public string? Text { get; init; }

        public bool? Flag { get; init; }

        public int? Whole { get; init; }

        public double? Number { get; init; }

        public Quantity? Quantity { get; init; }

        public Unit? Unit { get; init; }

        public DateOnly? Date { get; init; }

        public Colour? Colour { get; init; }

        public IReadOnlyList<int>? List { get; init; }

        public IReadOnlyDictionary<string, double>? Map { get; init; }

        public Part? Inner { get; init; }

        public IReadOnlyList<Part>? Parts { get; init; }
    }

    [YamlName("a part")]
    internal sealed record Part : YamlObject
    {
        public string? Text { get; init; }

        public int? Whole { get; init; }

        public Colour? Colour { get; init; }

        public Part? Inner { get; init; }

        public IReadOnlyList<Part>? Parts { get; init; }
    }
}
