namespace LabTest.Recording.Journal;

/// <summary>What a run runs on.</summary>
/// <param name="LabTest">The version of LabTest.</param>
/// <param name="Runtime">The version of .NET.</param>
/// <param name="System">The operating system.</param>
/// <param name="Host">The computer.</param>
/// <param name="Revision">The revision of the experiments in their repository.</param>
internal sealed record RunEnvironment(string LabTest, string Runtime, string System, string Host, string? Revision);
