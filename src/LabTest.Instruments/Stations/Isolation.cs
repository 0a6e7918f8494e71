using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Before what a station is brought back to its start: safe state, then the station's own settings.</summary>
[YamlName("an isolation")]
public enum Isolation
{
    /// <summary>Before each test class.</summary>
    Class,

    /// <summary>Before each test.</summary>
    Test,

    /// <summary>Only when the station is opened.</summary>
    None,
}
