using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles.Steps;

/// <summary>Sends a command as it is.</summary>
internal sealed record WriteStep(CommandTemplate Command) : ActionStep
{
    /// <summary>Whether it brings the instrument's settings to others than were set: *RST, *RCL and their like.</summary>
    public bool Resets { get; } = Command.Header.AllSpellings().Any(static s => s is "*RST" or "*RCL" or "SYST:PRES" or "STAT:PRES");
}
