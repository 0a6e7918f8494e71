namespace LabTest.Instruments.Yaml;

/// <summary>A place in a file; line and column count from 1.</summary>
internal readonly record struct YamlMark(string File, int Line, int Column)
{
    public ProfileProblem Problem(string message, string? didYouMean = null) => new(File, Line, Column, message, didYouMean);
}
