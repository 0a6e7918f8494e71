using LabTest.Hdf5;

namespace LabTest.Recording.Files;

/// <summary>What a viewer shows when it opens data.h5: the first scan or waveform, else the measurements.</summary>
internal sealed class DefaultPlot
{
    private readonly Hdf5File _file;
    private readonly HashSet<string> _kinds = [];

    public DefaultPlot(Hdf5File file)
    {
        _file = file;
        file.Root.Class("NXroot").Default("measurements");
    }

    /// <summary>A group of a kind is there and can be plotted; the first of all becomes the one that is shown.</summary>
    public void Offer(string kind, string path)
    {
        if (!_kinds.Add(kind))
            return;
        _file.Root.Group(kind).Class("NXentry").Default(path[(path.LastIndexOf('/') + 1)..]);
        if (_kinds.Count == 1)
            _file.Root.Default(kind);
    }
}
