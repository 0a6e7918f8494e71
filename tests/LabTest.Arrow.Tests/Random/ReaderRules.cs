namespace LabTest.Arrow.Tests.Random;

/// <summary>What readers ask of a table.</summary>
/// <param name="SharesDictionaries">Whether all batches use the same dictionaries, which may grow, as they must in a file.</param>
/// <param name="ForPolars">Whether indices that are null point into the dictionary too, and no map is null: polars wants it so.</param>
internal readonly record struct ReaderRules(bool SharesDictionaries, bool ForPolars);
