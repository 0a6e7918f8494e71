using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments.Profiles;

/// <summary>A named procedure.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Steps">The steps, in order.</param>
internal sealed record ActionModel(string Name, string? Description, IReadOnlyList<ActionStep> Steps)
{
    /// <summary>Where the profile describes it.</summary>
    public Yaml.YamlMark Mark { get; init; }
}
