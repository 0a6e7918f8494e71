using System.Globalization;

namespace LabTest.Recording.Golden;

/// <summary>A golden table that a measured one is held against.</summary>
/// <param name="File">The name of its file.</param>
/// <param name="Relative">How far a number may be from the golden one, as a share of that.</param>
/// <param name="Absolute">How far it may be in any case, in the unit of its column.</param>
/// <param name="Difference">What differs, as a sentence; none where nothing does.</param>
internal sealed record GoldenLimit(string File, double Relative, double Absolute, string? Difference) : Limit
{
    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture, $"as in {File} (relative tolerance {Relative:G4}{(Absolute > 0 ? $", absolute {Absolute.ToString("G4", CultureInfo.InvariantCulture)}" : "")})");

    /// <inheritdoc/>
    public override Verdict Judge(MeasuredValue value, Quantity? uncertainty = null, DecisionRule rule = DecisionRule.Simple) =>
        Difference is null ? Verdict.Pass : Verdict.Fail;
}
