using LabTest.Instruments.Profiles;
using LabTest.Instruments.Stations;

namespace LabTest.Instruments.Checking;

/// <summary>The values that a setting is tried with: every option, both flags, or the ends and the middle of its range.</summary>
internal static class TestPoints
{
    public static IEnumerable<ParameterValue> Of(ParameterModel parameter, Bound? range)
    {
        if (parameter.Type == ParameterType.Bool)
            return [true, false];
        if (parameter.Options.Count > 0)
            return parameter.Options.Select(o => o.IsNumber ? new Quantity(o.Number, parameter.Unit) : (ParameterValue)o.Name);
        if (!parameter.IsNumber)
            return parameter.IsQuoted ? ["LabTest", "it's \"quoted\""] : ["LabTest"];
        var (low, high) = range is { } given ? (given.Low, given.High) : (0, 1);
        return ((double[])[low, (low + high) / 2, high])
            .Select(v => parameter.Type == ParameterType.Integer ? Math.Round(v) : v)
            .Where(double.IsFinite).Distinct()
            .Select(v => (ParameterValue)new Quantity(v, parameter.Unit));
    }

    /// <summary>Whether a value came back as it was set, but for the digits that the profile's format leaves out.</summary>
    public static bool IsSame(ParameterModel parameter, ParameterValue set, ParameterValue read)
    {
        if (set.Kind != ParameterValueKind.Quantity || read.Kind != ParameterValueKind.Quantity)
            return set == read;
        var wanted = set.Quantity.Value;
        if (parameter.Format is { } format)
            wanted = double.Parse(wanted.ToString(format));
        return Math.Abs(wanted - read.Quantity.Value) <= 1e-9 * Math.Max(Math.Abs(wanted), 1e-12);
    }
}
