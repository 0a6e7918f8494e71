using System.Text.Json.Nodes;
using LabTest.Instruments.Expressions;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>A number, a quantity such as <c>0.5 mV</c>, or a formula.</summary>
internal sealed record ExpressionSpec(YamlMark Mark, string Text, Expression? Expression, Quantity Quantity) : IYamlForm<ExpressionSpec>
{
    public static ExpressionSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (binder.Scalar(node, "a number, a quantity or a formula") is not { } scalar)
            return null;
        if (scalar.AsNumber is { } number)
            return new ExpressionSpec(scalar.Mark, scalar.Text, new NumberExpression(number), default);
        if (scalar.AsFlag is { } flag)
            return new ExpressionSpec(scalar.Mark, scalar.Text, new NumberExpression(flag ? 1 : 0), default);
        if (Quantity.TryParse(scalar.Text, out var quantity) && !quantity.Unit.IsOne)
            return new ExpressionSpec(scalar.Mark, scalar.Text, Expression: null, quantity);
        try
        {
            return new ExpressionSpec(scalar.Mark, scalar.Text, Expression.Parse(scalar.Text), default);
        }
        catch (ExpressionException e)
        {
            binder.Add(scalar.Mark, $"'{scalar.Text}' is no formula: {e.Message} (at place {e.Position + 1})");
            return null;
        }
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.Type("number", "string", "boolean");

    /// <summary>Makes a function of it that gives numbers in a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="isDifference">Whether the numbers are differences between values of that unit, such as a noise: 0.1 K of what is in °C.</param>
    /// <param name="resolve">What a name stands for; null for one that there is not.</param>
    /// <param name="names">The names there are.</param>
    /// <param name="problems">Where problems are added.</param>
    /// <returns>The function; null after a problem was added.</returns>
    public Func<TContext, double>? Compile<TContext>(Unit unit, bool isDifference, Func<string, Func<TContext, double>?> resolve, IEnumerable<string> names, ICollection<ProfileProblem> problems)
    {
        try
        {
            return (Expression ?? new NumberExpression(isDifference ? Quantity.DifferenceIn(unit) : Quantity.In(unit))).Compile(resolve);
        }
        catch (ExpressionException e)
        {
            problems.Add(Mark.Problem($"in '{Text}': {e.Message}", e.Name is null ? null : Spelling.Nearest(e.Name, names)));
        }
        catch (UnitMismatchException e)
        {
            problems.Add(Mark.Problem(e.Message));
        }

        return null;
    }
}
