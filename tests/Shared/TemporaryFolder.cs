namespace LabTest.Testing;

/// <summary>A new folder, removed with all it holds when disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("labtest-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Remove(Path);

    /// <summary>Removes a folder with all that is in it, also where another thread is just making a file there.</summary>
    public static void Remove(string folder)
    {
        const int Tries = 100;
        for (var i = 1; ; i++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (i < Tries && Directory.Exists(folder))
            {
                Thread.Sleep(10);
            }
        }
    }
}
