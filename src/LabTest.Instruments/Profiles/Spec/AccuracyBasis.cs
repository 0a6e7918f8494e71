using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a basis of an accuracy")]
internal enum AccuracyBasis
{
    Limit,
    Sigma,
    K2,
}
