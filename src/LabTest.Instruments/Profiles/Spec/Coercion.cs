using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a way to coerce")]
internal enum Coercion
{
    Refuse,
    Up,
    Nearest,
}
