using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LabTest.Instruments.Expressions;

namespace LabTest.Instruments.Tests.Expressions;

public sealed class ExpressionProperties
{
    // Each operator with how tightly it binds, as the manual page says, and what it does.
    private static readonly (string Name, int Tightness, Func<double, double, double> Apply)[] Operators =
    [
        ("or", 1, (a, b) => Holds(a) || Holds(b) ? 1 : 0),
        ("and", 2, (a, b) => Holds(a) && Holds(b) ? 1 : 0),
        ("<", 4, (a, b) => a < b ? 1 : 0),
        (">=", 4, (a, b) => a >= b ? 1 : 0),
        ("+", 5, (a, b) => a + b),
        ("-", 5, (a, b) => a - b),
        ("*", 6, (a, b) => a * b),
        ("/", 6, (a, b) => a / b),
        ("^", 8, Math.Pow),
    ];

    [Fact]
    public void A_formula_means_what_its_tree_means() =>
        Prop.ForAll(Trees(4).ToArbitrary(), tree =>
        {
            var value = Expression.Parse(tree.Text).Compile<int>(_ => null)(0);
            return (value.Equals(tree.Value)).Label($"{tree.Text} gives {value:R}, wanted {tree.Value:R}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Any_text_is_a_formula_or_refused_with_a_place_in_it() =>
        Prop.ForAll(Texts().ToArbitrary(), text =>
        {
            try
            {
                _ = Expression.Parse(text).Compile<int>(_ => _ => 1)(0);
                return true;
            }
            catch (ExpressionException e)
            {
                return e.Position >= 0 && e.Position <= text.Length && e.Message.Length > 0;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static bool Holds(double value) => value != 0 && !double.IsNaN(value);

    // Texts of the grammar's own pieces find more than random letters.
    private static Gen<string> Texts() => Gen.Elements(
        "1", "2.5", "1e3", "e", ".", "a", "ch", "pi", "not", "and", "or", "if", "min", "abs", "(", ")", ",", "+", "-", "*", "/", "^", "<", "=", "==", "'", "'x'", " ", "é", "\0", "%")
        .ListOf(12).Select(p => string.Concat(p));

    private static Gen<Tree> Trees(int depth)
    {
        var number = Gen.Choose(0, 40).Select(n => new Tree((n / 4.0).ToString(CultureInfo.InvariantCulture), n / 4.0, 10));
        if (depth == 0)
            return number;
        var smaller = Trees(depth - 1);
        var binary =
            from which in Gen.Elements(Operators)
            from left in smaller
            from right in smaller
            select Tree.Of(which, left, right);
        var negated = smaller.Select(t => new Tree($"-{t.Within(7)}", -t.Value, 6));
        var refused = smaller.Select(t => new Tree($"not {t.Within(4)}", Holds(t.Value) ? 0 : 1, 3));
        var called =
            from a in smaller
            from b in smaller
            select new Tree($"if({a.Text}, {b.Text}, abs({a.Text}))", Holds(a.Value) ? b.Value : Math.Abs(a.Value), 10);
        return Gen.OneOf(number, binary, binary, negated, refused, called);
    }

    /// <summary>A formula with no more parentheses than it needs, its value, and how tightly its outermost operator binds.</summary>
    private sealed record Tree(string Text, double Value, int Tightness)
    {
        public static Tree Of((string Name, int Tightness, Func<double, double, double> Apply) op, Tree left, Tree right)
        {
            // ^ binds to the right; comparisons do not chain; the others bind to the left.
            var (leftLeast, rightLeast) = op.Tightness switch { 8 => (9, 8), 4 => (5, 5), var t => (t, t + 1) };
            return new Tree($"{left.Within(leftLeast)} {op.Name} {right.Within(rightLeast)}", op.Apply(left.Value, right.Value), op.Tightness);
        }

        public string Within(int least) => Tightness >= least ? Text : $"({Text})";
    }
}
