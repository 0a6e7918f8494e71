using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a time to read the error queue")]
internal enum ErrorCheck
{
    AfterSet,
    AfterAction,
    AtEnd,
    Never,
}
