using LabTest.Hdf5;
using LabTest.Recording.Tables;

namespace LabTest.Recording.Files;

/// <summary>
/// The marks by which HDF5 viewers find what to plot (NeXus, "Associating plottable data using attributes applied to the NXdata group"):
/// <c>NX_class</c>, <c>default</c>, <c>signal</c>, <c>axes</c>, <c>units</c>.
/// </summary>
internal static class NexusMarks
{
    /// <summary>The class of a group, such as <c>NXentry</c>.</summary>
    public static Hdf5Group Class(this Hdf5Group group, string name)
    {
        group.Attributes.Set("NX_class", name);
        return group;
    }

    /// <summary>What a viewer shows first: the name of a child, or its path.</summary>
    public static void Default(this Hdf5Group group, string child) => group.Attributes.Set("default", child);

    /// <summary>A group that is a plot: a signal over its axes.</summary>
    public static Hdf5Group Plot(this Hdf5Group group, string signal, params string[] axes)
    {
        group.Class("NXdata").Attributes.Set("signal", signal);
        if (axes.Length > 0)
            group.Attributes.Set("axes", axes);
        return group;
    }

    /// <summary>A text that describes a group or dataset; none where it is null.</summary>
    public static T Says<T>(this T described, string name, string? text)
        where T : Hdf5Object
    {
        if (text is not null)
            described.Attributes.Set(name, Hdf5Names.Text(text));
        return described;
    }

    /// <summary>The unit of a dataset's numbers; left out where they are mere numbers.</summary>
    public static T Units<T>(this T dataset, string unit)
        where T : Hdf5Dataset
    {
        if (unit.Length > 0)
            dataset.Attributes.Set("units", unit);
        return dataset;
    }

    /// <summary>Times: nanoseconds since the <c>start</c>, as NeXus and CF write them.</summary>
    public static T Times<T>(this T dataset)
        where T : Hdf5Dataset
    {
        dataset.Attributes.Set("start", "1970-01-01T00:00:00Z");
        return dataset.Units("ns");
    }
}
