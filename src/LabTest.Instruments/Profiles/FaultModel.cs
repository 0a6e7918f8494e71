using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>A fault that a station can switch on.</summary>
internal sealed record FaultModel(string Name, HeaderPrefix On, FaultSpec Spec, TimeSpan Delay);
