using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>Interchangeable kinds of instruments, after the IVI classes.</summary>
[YamlName("an instrument class")]
internal enum InstrumentClass
{
    DcSupply,
    Dmm,
    Oscilloscope,
    DcLoad,
    FunctionGenerator,
    Smu,
    Counter,
    PowerMeter,
    SpectrumAnalyser,
    Vna,
    Temperature,
    Switch,
    Stage,
    Rotator,
    Camera,
    Laser,
    Daq,
}
