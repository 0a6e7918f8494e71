using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("how an answer is read")]
internal sealed record ParseSpec : YamlObject
{
    [Description("A regular expression; its first group is the value.")]
    public string? Regex { get; init; }

    [Description("Which of the fields between commas is the value, from 0.")]
    public int? Field { get; init; }

    [Description("What the number is multiplied with.")]
    public double? Scale { get; init; }
}
