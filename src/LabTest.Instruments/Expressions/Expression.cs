namespace LabTest.Instruments.Expressions;

/// <summary>
/// A formula of a profile, such as <c>if(output, min(voltage, current * load), 0)</c>. Flags are 1 and 0; a condition holds when it is a
/// number other than 0. It has no state, no loops and no access to anything but the names it is given.
/// </summary>
internal abstract record Expression
{
    /// <summary>Reads a formula.</summary>
    /// <exception cref="ExpressionException">The text is no formula; the message says which part, and where.</exception>
    public static Expression Parse(string text) => ExpressionParser.Parse(text);

    /// <summary>The names it refers to, with where they stand in the text.</summary>
    public abstract IEnumerable<NameExpression> Names { get; }

    /// <summary>Makes a function of it.</summary>
    /// <param name="resolve">Gives the function that a name stands for; null where there is no such name.</param>
    /// <exception cref="ExpressionException">A name stands for nothing.</exception>
    public abstract Func<TContext, double> Compile<TContext>(Func<string, Func<TContext, double>?> resolve);

    public static bool Holds(double condition) => condition != 0 && !double.IsNaN(condition);
}
