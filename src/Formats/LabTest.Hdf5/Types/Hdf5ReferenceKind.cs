namespace LabTest.Hdf5;

/// <summary>What a reference points to.</summary>
public enum Hdf5ReferenceKind
{
    /// <summary>A group, dataset or committed type.</summary>
    Object,

    /// <summary>A part of a dataset.</summary>
    Region,
}
