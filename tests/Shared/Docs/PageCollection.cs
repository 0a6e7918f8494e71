namespace LabTest.Testing.Docs;

/// <summary>Tests that run the programs of a page change the current folder and the console of the process, so that they run alone.</summary>
[CollectionDefinition(nameof(PageCollection), DisableParallelization = true)]
public sealed class PageCollection;
