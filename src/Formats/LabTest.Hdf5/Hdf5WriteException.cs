namespace LabTest.Hdf5;

/// <summary>
/// A file could not be written (a full disk, a quota, a device that is gone). The file on disk still opens at its last checkpoint;
/// the <see cref="Hdf5File"/> takes nothing more, and every later call gives this exception again.
/// </summary>
public sealed class Hdf5WriteException : Hdf5Exception
{
    internal Hdf5WriteException(string fileName, Exception inner)
        : base($"{fileName}: writing failed ({inner.Message}). The file still opens at its last checkpoint; make room and open it again with OpenAppend.", inner)
    {
        FileName = fileName;
    }

    /// <summary>The path of the file, as it was opened.</summary>
    public string FileName { get; }
}
