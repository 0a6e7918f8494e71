using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Objects;

/// <summary>Other files that links and virtual datasets of a file lead to, opened once each, for reading.</summary>
internal sealed class ExternalFiles(string owner) : IDisposable
{
    private const int MostOpen = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, OpenFile> _files = new(StringComparer.Ordinal);

    /// <summary>Opens a file named relative to the owner's folder, or absolutely; null where it is not there.</summary>
    public OpenFile? Open(string name)
    {
        var path = Path.GetFullPath(name, Path.GetDirectoryName(Path.GetFullPath(owner))!);
        lock (_gate)
        {
            if (_files.TryGetValue(path, out var known))
                return known;
            if (!File.Exists(path))
                return null;
            if (_files.Count >= MostOpen)
                throw new Hdf5Exception($"{owner}: it leads to more than {MostOpen} other files at once.");
            var store = FileByteStore.OpenRead(path);
            try
            {
                var file = OpenFile.OpenRead(store);
                _files.Add(path, file);
                return file;
            }
            catch
            {
                store.Dispose();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var file in _files.Values)
                file.Dispose();
            _files.Clear();
        }
    }
}
