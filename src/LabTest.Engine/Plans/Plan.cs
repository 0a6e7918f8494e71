namespace LabTest.Engine.Plans;

/// <summary>A procedure that the engine runs.</summary>
/// <param name="Name">The name its data is recorded under.</param>
internal abstract record Plan(string Name);
