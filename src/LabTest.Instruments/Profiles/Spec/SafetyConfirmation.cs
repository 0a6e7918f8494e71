using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("how a safe state is confirmed")]
internal enum SafetyConfirmation
{
    None,
}
