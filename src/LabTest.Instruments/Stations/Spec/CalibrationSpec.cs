using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

[YamlName("a calibration")]
internal sealed record CalibrationSpec : YamlObject
{
    [Description("The certificate.")]
    public string? Certificate { get; init; }

    [Description("When it was calibrated.")]
    public DateOnly? Done { get; init; }

    [Description("When it has to be calibrated again.")]
    public DateOnly? Due { get; init; }

    [Description("What happens when that day is past; warn if not given.")]
    public OverduePolicy? Overdue { get; init; }
}
