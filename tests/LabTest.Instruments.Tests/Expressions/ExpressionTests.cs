using LabTest.Instruments.Expressions;

namespace LabTest.Instruments.Tests.Expressions;

public sealed class ExpressionTests
{
    private static readonly Dictionary<string, double> Names = new() { ["a"] = 2, ["b"] = 3, ["on"] = 1, ["off"] = 0, ["'fast'"] = 7, ["nan"] = double.NaN };

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("100 / 10 / 2", 5)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("2 ^ -1 * 4", 2)]
    [InlineData("2 * -3", -6)]
    [InlineData("--2", 2)]
    [InlineData("+2", 2)]
    [InlineData("1.5e-3 * 2E3", 3)]
    [InlineData(".5 + 1.", 1.5)]
    [InlineData("1 < 2", 1)]
    [InlineData("2 <= 1", 0)]
    [InlineData("2 > 1 and 1 >= 1", 1)]
    [InlineData("1 == 1 and 1 != 1", 0)]
    [InlineData("off or on", 1)]
    [InlineData("on or off and off", 1)]
    [InlineData("not on or on", 1)]
    [InlineData("not a == b", 1)]
    [InlineData("not off and off", 0)]
    [InlineData("1 + 1 < 1 * 3", 1)]
    [InlineData("a * b", 6)]
    [InlineData("if(on, a, b)", 2)]
    [InlineData("if(nan, a, b)", 3)]
    [InlineData("min(3, a, 9)", 2)]
    [InlineData("max(3, a, 9)", 9)]
    [InlineData("min(4)", 4)]
    [InlineData("clamp(12, 0, 5)", 5)]
    [InlineData("clamp(-1, 0, 5)", 0)]
    [InlineData("abs(-3)", 3)]
    [InlineData("sqrt(16)", 4)]
    [InlineData("exp(0)", 1)]
    [InlineData("log(exp(2))", 2)]
    [InlineData("sin(pi / 2)", 1)]
    [InlineData("cos(0)", 1)]
    [InlineData("round(2.5)", 3)]
    [InlineData("round(-2.5)", -3)]
    [InlineData("'fast' + 1", 8)]
    [InlineData("  a\t+\nb  ", 5)]
    public void Evaluates(string formula, double value) => Evaluate(formula).Should().BeApproximately(value, 1e-12);

    [Fact]
    public void Only_the_chosen_branch_of_an_if_is_evaluated()
    {
        var asked = new List<string>();
        var formula = Expression.Parse("if(a > 1, a, b)").Compile<int>(name => _ =>
        {
            asked.Add(name);
            return 2;
        });

        formula(0).Should().Be(2);

        asked.Should().Equal("a", "a");
    }

    [Fact]
    public void Says_which_names_it_uses_and_where_they_stand() =>
        Expression.Parse("min(volt, 'x', -load) * volt").Names.Select(n => (n.Name, n.Position)).Should().Equal(("volt", 4), ("load", 16), ("volt", 24));

    [Theory]
    [InlineData("", 0, "the formula ends too early")]
    [InlineData("1 +", 3, "the formula ends too early")]
    [InlineData("1 2", 2, "'2' is unexpected")]
    [InlineData("(1", 2, "')' is missing at the end")]
    [InlineData("1)", 1, "')' is unexpected")]
    [InlineData("max(1, )", 7, "')' is unexpected")]
    [InlineData("max(1; 2)", 5, "';' is unexpected")]
    [InlineData("a $ b", 2, "'$' is unexpected")]
    [InlineData("1.2.3", 0, "'1.2.3' is no number")]
    [InlineData("1e", 0, "'1e' is no number")]
    [InlineData("1e999", 0, "'1e999' is no number")]
    [InlineData("a = b", 2, "'=' is unexpected; equality is written ==")]
    [InlineData("1 < 2 < 3", 6, "comparisons cannot be chained; write a < b and b < c")]
    [InlineData("mode == 'fast", 8, "a quote is not closed")]
    [InlineData("tan(1)", 0, "there is no function 'tan'; there are if, min, max, clamp, abs, sqrt, exp, log, sin, cos, round")]
    [InlineData("if(1, 2)", 0, "'if' takes 3 arguments, not 2")]
    [InlineData("abs(1, 2)", 0, "'abs' takes 1 argument, not 2")]
    [InlineData("import os", 7, "'os' is unexpected")]
    [InlineData("a.b", 1, "'.' is unexpected")]
    public void Says_what_is_wrong_and_where(string formula, int position, string message)
    {
        var parse = () => Expression.Parse(formula);

        var thrown = parse.Should().Throw<ExpressionException>().Which;
        thrown.Message.Should().Be(message);
        thrown.Position.Should().Be(position);
    }

    [Fact]
    public void A_name_that_stands_for_nothing_is_named_with_its_place()
    {
        var compile = () => Expression.Parse("1 + lode").Compile<int>(_ => null);

        var thrown = compile.Should().Throw<ExpressionException>().Which;
        thrown.Should().BeEquivalentTo(new { Position = 4, Name = "lode", Message = "'lode' is no parameter, variable or port here" });
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("-", "1", "")]
    [InlineData("not ", "1", "")]
    [InlineData("abs(", "1", ")")]
    [InlineData("2^", "1", "")]
    [InlineData("", "1", "+1")]
    public void A_formula_without_end_is_refused_instead_of_exhausting_the_stack(string before, string middle, string after)
    {
        var formula = string.Concat(Enumerable.Repeat(before, 200_000)) + middle + string.Concat(Enumerable.Repeat(after, 200_000));
        var parse = () => Expression.Parse(formula);

        parse.Should().Throw<ExpressionException>();
    }

    private static double Evaluate(string formula) =>
        Expression.Parse(formula).Compile<int>(name => Names.TryGetValue(name, out var value) ? _ => value : null)(0);
}
