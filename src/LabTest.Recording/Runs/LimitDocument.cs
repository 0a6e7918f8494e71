namespace LabTest.Recording.Runs;

/// <summary>A limit that was in force, in run.json.</summary>
internal sealed record LimitDocument(string Test, string Measurement, string Limit);
