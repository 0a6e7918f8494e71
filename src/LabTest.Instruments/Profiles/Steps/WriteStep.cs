using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles.Steps;

/// <summary>Sends a command as it is.</summary>
internal sealed record WriteStep(CommandTemplate Command) : Step;
