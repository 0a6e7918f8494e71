namespace LabTest.Hdf5.Scales;

/// <summary>An entry of a scale's list of the dimensions that it belongs to.</summary>
internal readonly struct ScaleUse(Hdf5Reference dataset, int dimension)
{
    [Hdf5Member("dataset")]
    public readonly Hdf5Reference Dataset = dataset;

    [Hdf5Member("dimension")]
    public readonly int Dimension = dimension;
}
