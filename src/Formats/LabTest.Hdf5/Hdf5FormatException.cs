namespace LabTest.Hdf5;

/// <summary>
/// The bytes of a file do not follow the HDF5 File Format Specification, or use a part of it that this library does not know.
/// The message names the file, the structure and its address.
/// </summary>
public sealed class Hdf5FormatException : Hdf5Exception
{
    /// <summary>Creates the exception with its message.</summary>
    /// <param name="message">Which file, which structure, at which address, and what is wrong with it.</param>
    public Hdf5FormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its message and cause.</summary>
    /// <param name="message">Which file, which structure, at which address, and what is wrong with it.</param>
    /// <param name="inner">What caused it.</param>
    public Hdf5FormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
