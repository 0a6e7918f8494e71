using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("the bounds of an overload")]
internal sealed record OverloadBoundsSpec : YamlObject
{
    [Description("This number and every one above it mean that there is no valid value.")]
    public double? AtLeast { get; init; }

    [Description("This number and every one below it mean that there is no valid value.")]
    public double? AtMost { get; init; }

    /// <summary>Whether some numbers are left that are values; adds a problem otherwise.</summary>
    public bool Check(YamlBinder binder)
    {
        if (AtLeast is null && AtMost is null)
            binder.Add(Mark, "give 'at_least' or 'at_most', as in {at_least: 1e9}");
        else if (AtLeast is { } high && AtMost is { } low && !(low < high))
            binder.Add(Mark, "every number would mean that there is no valid value; 'at_most' lies below 'at_least', as in {at_most: -1e9, at_least: 1e9}");
        else
            return true;
        return false;
    }
}
