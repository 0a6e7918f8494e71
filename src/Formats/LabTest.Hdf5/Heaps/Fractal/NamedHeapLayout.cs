using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Trees;

namespace LabTest.Hdf5.Heaps.Fractal;

/// <summary>How the records of a tree over names name the objects of a heap.</summary>
/// <param name="Tree">The type of the tree.</param>
/// <param name="Structure">What an object is, for the messages of exceptions.</param>
/// <param name="RecordSize">The bytes of a record.</param>
/// <param name="HashAt">Where the hash of the name stands in a record.</param>
/// <param name="IdAt">Where the object's id in the heap stands.</param>
/// <param name="IdSize">The bytes of the id.</param>
/// <param name="Name">Reads the name of an object.</param>
internal sealed record NamedHeapLayout(TreeType Tree, string Structure, int RecordSize, int HashAt, int IdAt, int IdSize, NamedHeapLayout.NameReader Name)
{
    /// <summary>Reads the name of an object.</summary>
    public delegate string NameReader(ByteReader content);
}
