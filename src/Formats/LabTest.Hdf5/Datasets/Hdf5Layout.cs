namespace LabTest.Hdf5;

/// <summary>How the elements of a dataset lie in the file.</summary>
public enum Hdf5Layout
{
    /// <summary>Chunked where extents can grow, or chunks or filters are asked for; else contiguous.</summary>
    Auto,

    /// <summary>In one piece.</summary>
    Contiguous,

    /// <summary>Inside the object header, up to 64 KiB.</summary>
    Compact,

    /// <summary>In chunks of equal extents.</summary>
    Chunked,

    /// <summary>In other datasets.</summary>
    Virtual,
}
