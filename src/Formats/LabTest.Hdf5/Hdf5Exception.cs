namespace LabTest.Hdf5;

/// <summary>Something about an HDF5 file that cannot be done; the message says what, where and what to do.</summary>
public class Hdf5Exception : IOException
{
    /// <summary>Creates the exception with its message.</summary>
    /// <param name="message">What, where and what to do.</param>
    public Hdf5Exception(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its message and cause.</summary>
    /// <param name="message">What, where and what to do.</param>
    /// <param name="inner">What caused it.</param>
    public Hdf5Exception(string message, Exception inner)
        : base(message, inner)
    {
    }
}
