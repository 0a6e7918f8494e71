namespace LabTest.Instruments.Profiles;

/// <summary>One of the values that a parameter may take.</summary>
/// <param name="Name">As code and YAML write it.</param>
/// <param name="Wire">As it is sent.</param>
/// <param name="Number">What it is in formulas.</param>
/// <param name="IsNumber">Whether it is a number itself, and not the name of something.</param>
internal sealed record OptionModel(string Name, WireToken Wire, double Number, bool IsNumber);
