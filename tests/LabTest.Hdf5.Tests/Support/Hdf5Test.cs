using LabTest.Testing;

namespace LabTest.Hdf5.Tests.Support;

/// <summary>A test with a folder of its own and an h5py at hand.</summary>
public abstract class Hdf5Test : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private protected H5py H5py { get; private set; } = null!;

    protected string FileName => _folder["a.h5"];

    protected string this[string name] => _folder[name];

    public async ValueTask InitializeAsync() => H5py = await H5py.Start();

    public async ValueTask DisposeAsync()
    {
        await H5py.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
