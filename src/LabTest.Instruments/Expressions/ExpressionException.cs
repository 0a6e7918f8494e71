namespace LabTest.Instruments.Expressions;

/// <summary>A text is no formula, or names what there is not. The loader adds file and line.</summary>
internal sealed class ExpressionException(string message, int position, string? name = null) : Exception(message)
{
    /// <summary>The place in the text, from 0.</summary>
    public int Position { get; } = position;

    /// <summary>The name that stands for nothing, where that is the problem.</summary>
    public string? Name { get; } = name;
}
