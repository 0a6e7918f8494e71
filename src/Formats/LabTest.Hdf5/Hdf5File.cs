using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5;

/// <summary>
/// An HDF5 file that is open. One that is written holds at every instant the state of its last checkpoint or a longer one, whatever
/// kills the process, and may be read meanwhile by any HDF5 program, also in SWMR mode. All members may be called from any thread.
/// </summary>
public sealed class Hdf5File : IDisposable
{
    private readonly OpenFile _file;

    private Hdf5File(OpenFile file) => _file = file;

    /// <summary>The root group.</summary>
    public Hdf5Group Root => new(_file.Root, "/");

    /// <summary>The path, as it was given.</summary>
    public string Path => _file.Source.Name;

    /// <summary>Whether the file is open for writing.</summary>
    public bool IsWritable => _file.IsWritable;

    /// <summary>An object of the file.</summary>
    /// <param name="path">Its path, names separated by slashes.</param>
    /// <exception cref="KeyNotFoundException">There is nothing at the path.</exception>
    public Hdf5Object this[string path] => Root[path];

    /// <summary>The object that a reference points to; its <see cref="Hdf5Object.Path"/> is "#" and its address.</summary>
    /// <param name="reference">The reference, read from this file.</param>
    /// <exception cref="Hdf5FormatException">There is no object.</exception>
    public Hdf5Object Dereference(Hdf5Reference reference)
    {
        _file.CheckOpen();
        return Hdf5Object.Of(_file.Objects.At(reference.Address), $"#{reference.Address}");
    }

    /// <summary>Makes a new file. It can be opened by others as soon as this returns.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">How it is written.</param>
    /// <exception cref="IOException">There is such a file already, or another process has it open.</exception>
    public static Hdf5File Create(string path, Hdf5FileOptions? options = null)
    {
        options ??= new Hdf5FileOptions();
        var store = FileByteStore.OpenWrite(path, options.Overwrite ? FileMode.Create : FileMode.CreateNew);
        return Open(store, s => OpenFile.Create(s, options));
    }

    /// <summary>
    /// Opens a file for appending, one that was closed as well as one whose writer has died; what was written after its last
    /// checkpoint is dropped.
    /// </summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">How it is written.</param>
    /// <exception cref="Hdf5FormatException">The file is damaged, or no HDF5 file.</exception>
    /// <exception cref="Hdf5Exception">The file is of a kind that cannot be changed safely; the message says what to do.</exception>
    public static Hdf5File OpenAppend(string path, Hdf5FileOptions? options = null) =>
        Open(FileByteStore.OpenWrite(path, FileMode.Open), s => OpenFile.OpenAppend(s, options ?? new Hdf5FileOptions()));

    /// <summary>Opens a file for reading, also one that is being written: it shows the last checkpoint.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="Hdf5FormatException">The file is damaged, or no HDF5 file.</exception>
    public static Hdf5File OpenRead(string path) => Open(FileByteStore.OpenRead(path), OpenFile.OpenRead);

    /// <summary>
    /// Makes all that was appended and created before readable by others, now and after the process is killed at any later instant.
    /// Costs a few small writes for every dataset and group that has changed.
    /// </summary>
    /// <param name="durable">Also survive a power loss: returns when everything is on the disk (fdatasync), in an order that keeps the
    /// file whole at every instant. The promise holds for files whose checkpoints are all durable; a checkpoint that is not may leave
    /// the medium between two of them.</param>
    /// <exception cref="Hdf5WriteException">The disk is full or gone; the file stays at its last checkpoint.</exception>
    public void Checkpoint(bool durable = false) => _file.Checkpoint(durable);

    /// <summary>Makes a last checkpoint and closes the file.</summary>
    public void Dispose() => _file.Dispose();

    internal static Hdf5File Open(IByteStore store, Func<IByteStore, OpenFile> open)
    {
        try
        {
            return new Hdf5File(open(store));
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
