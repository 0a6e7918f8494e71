using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>What happens when an instrument's calibration is overdue. Its uncertainty is unknown in any case.</summary>
[YamlName("an overdue policy")]
internal enum OverduePolicy
{
    Fail,
    Warn,
    Ignore,
}
