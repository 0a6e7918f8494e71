namespace LabTest.Hdf5;

/// <summary>What follows the characters of a text of fixed length.</summary>
public enum Hdf5TextPadding
{
    /// <summary>A NUL ends the text, as in C.</summary>
    NulTerminated,

    /// <summary>NULs fill what is left; a text may take the whole length.</summary>
    NulPadded,

    /// <summary>Spaces fill what is left, as in Fortran.</summary>
    SpacePadded,
}
