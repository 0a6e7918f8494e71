namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>A formula depends on something that is not known while the profile is loaded.</summary>
internal sealed class NotConstantException : Exception;
