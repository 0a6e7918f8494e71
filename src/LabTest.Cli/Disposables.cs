namespace LabTest.Cli;

/// <summary>Several things that end together.</summary>
internal sealed class Disposables(IEnumerable<IDisposable> parts) : IDisposable
{
    private readonly IDisposable[] _parts = [.. parts];

    public void Dispose()
    {
        foreach (var part in _parts)
            part.Dispose();
    }
}
