namespace LabTest.Hdf5.Trees;

/// <summary>What the records of a version-2 B-tree are (specification III.A.2).</summary>
internal enum TreeType
{
    HugeObject = 1,
    LinkName = 5,
    LinkOrder = 6,
    AttributeName = 8,
    AttributeOrder = 9,
    Chunk = 10,
    FilteredChunk = 11,
}
