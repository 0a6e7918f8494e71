namespace LabTest.Hdf5.Tests.Properties;

/// <summary>A dataset that was written, and what must be found in it.</summary>
internal interface IWritten
{
    Item Item { get; }

    /// <summary>The elements in the order of rows, as text.</summary>
    IReadOnlyList<string> Expected { get; }

    /// <summary>Reads a dataset of this type by LabTest, as text.</summary>
    IReadOnlyList<string> Read(Hdf5Dataset dataset);
}
