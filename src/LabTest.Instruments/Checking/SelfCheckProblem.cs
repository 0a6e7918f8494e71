namespace LabTest.Instruments.Checking;

/// <summary>Something that a profile or station does not do on its own simulator.</summary>
/// <param name="Path">The parameter or action: <c>voltage</c>, <c>1.output</c>, <c>reset</c>.</param>
/// <param name="Message">What happened.</param>
internal sealed record SelfCheckProblem(string Path, string Message);
