using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("how an entry of the error queue looks")]
internal sealed record ErrorParseSpec : YamlObject
{
    [Description("A regular expression with the groups 'code' and 'message'; where an entry has no code, the message of an empty queue, such as No error, counts as 'ok'.")]
    public required string Regex { get; init; }
}
