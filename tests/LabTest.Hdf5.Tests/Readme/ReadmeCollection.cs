namespace LabTest.Hdf5.Tests.Readme;

/// <summary>Tests that change the current directory and where the console writes, so that nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(ReadmeCollection), DisableParallelization = true)]
public sealed class ReadmeCollection;
