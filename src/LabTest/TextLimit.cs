using System.Text.RegularExpressions;

namespace LabTest;

/// <summary>A text that is expected, or a regular expression that must match the whole of it.</summary>
/// <param name="Expected">The text or the expression.</param>
/// <param name="IsPattern">Whether <paramref name="Expected"/> is a regular expression.</param>
public sealed record TextLimit(string Expected, bool IsPattern = false) : Limit
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override string Describe() => IsPattern ? $"matching '{Expected}'" : $"equal to '{Expected}'";

    /// <inheritdoc/>
    public override Verdict Judge(MeasuredValue value, Quantity? uncertainty = null, DecisionRule rule = DecisionRule.Simple) =>
        value is TextValue { Text: var text } && (IsPattern ? IsWhole(text) : text == Expected)
            ? Verdict.Pass
            : Verdict.Fail;

    // '$' would let a line feed at the end pass. The expression is parsed alone first: what is none by itself could become one inside of the group.
    private bool IsWhole(string text)
    {
        _ = new Regex(Expected, RegexOptions.None, MostTime);
        return Regex.IsMatch(text, $@"\A(?:{Expected})\z", RegexOptions.None, MostTime);
    }
}
