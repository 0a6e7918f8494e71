using LabTest.Data;
using LabTest.Hdf5;

namespace LabTest.Recording.Tables;

/// <summary>
/// Tables as groups of HDF5 files: one dataset of one dimension per column, its unit in the attribute <c>units</c>, marked as NeXus data (NXdata) so that
/// viewers plot it at once. Texts are UTF-8, flags as h5py stores them, times nanoseconds since the <c>start</c> in their attribute. A column with missing
/// values has a second dataset, named by its attribute <c>mask</c>, that is true where one is missing, as in NumPy's masked arrays.
/// In texts, which end at a NUL in HDF5, the sign ␀ stands for one.
/// </summary>
public static class TableHdf5
{
    private const string DefaultPath = "table";

    /// <summary>Writes a table to a new group.</summary>
    /// <param name="group">The group above it.</param>
    /// <param name="path">The path of the new group from there.</param>
    /// <param name="table">The table.</param>
    /// <param name="signal">The column that is plotted; the first numeric one besides the axis if not given.</param>
    /// <param name="axis">The column that it is plotted over; the first column, if it is numeric or of times, if not given.</param>
    /// <returns>The new group.</returns>
    /// <exception cref="ArgumentException">There is something at the path already.</exception>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public static Hdf5Group WriteTable(this Hdf5Group group, string path, Table table, string? signal = null, string? axis = null)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(table);
        var marks = PlotMarks.Of(table, signal, axis);
        var made = group.CreateGroup(path);
        new ToHdf5(made).Write(table, marks);
        return made;
    }

    /// <summary>Reads a table from a group: from one that <see cref="WriteTable"/> has written, or any other with datasets of one dimension.</summary>
    /// <param name="group">The group of the table itself.</param>
    /// <remarks>Of a group that others have written, the datasets of one dimension that are as long as its signal, or else as the first, are the columns.</remarks>
    /// <exception cref="RecordingException">There is no such dataset, or one of a type that tables do not have; the message names it.</exception>
    public static Table ReadTable(this Hdf5Group group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new FromHdf5(group).Read();
    }

    /// <summary>Writes a table to a file of its own, which must not exist, as its default plot.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">The file.</param>
    /// <param name="path">The path of the table's group.</param>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    public static void WriteHdf5(this Table table, string file, string path = DefaultPath)
    {
        using var hdf5 = Hdf5File.Create(file);
        hdf5.Root.Attributes.Set("NX_class", "NXroot");
        hdf5.Root.Attributes.Set("default", path);
        hdf5.Root.WriteTable(path, table);
    }

    /// <summary>Reads a table from a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">The path of the table's group; if not given, the one that the file's <c>default</c> attributes lead to, as NeXus has it.</param>
    /// <exception cref="RecordingException">The file cannot be read, or there is no table at the path.</exception>
    public static Table Read(string file, string? path = null)
    {
        try
        {
            using var hdf5 = Hdf5File.OpenRead(file);
            return (path is null ? Default(hdf5.Root) : hdf5.Root.Group(path)).ReadTable();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or KeyNotFoundException or RecordingException)
        {
            throw new RecordingException($"'{file}' cannot be read as a table: {e.Message}", e);
        }
    }

    // A default that leads in a circle ends at its second visit.
    private static Hdf5Group Default(Hdf5Group group)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        while (group.Attributes.Find("default") is { } next && visited.Add(group.Path))
            group = group.Group(next.Read<string>());
        return group;
    }
}
