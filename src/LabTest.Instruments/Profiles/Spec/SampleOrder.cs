using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a byte order")]
internal enum SampleOrder
{
    Little,
    Big,
}
