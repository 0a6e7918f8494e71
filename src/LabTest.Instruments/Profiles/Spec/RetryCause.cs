using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a cause for a retry")]
internal enum RetryCause
{
    Timeout,
    Disconnect,
}
