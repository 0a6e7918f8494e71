namespace LabTest.Hdf5;

/// <summary>What a link is.</summary>
public enum Hdf5LinkKind
{
    /// <summary>To an object of the same file, which lives as long as a hard link leads to it.</summary>
    Hard,

    /// <summary>To a path of the same file, whether there is anything or not.</summary>
    Soft,

    /// <summary>To a path of another file, whether there is one or not.</summary>
    External,

    /// <summary>Of a kind that another program has defined.</summary>
    Foreign,
}
