using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a reaction to an error")]
internal enum ErrorReaction
{
    Fail,
    Warn,
}
