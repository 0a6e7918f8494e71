namespace LabTest.Recording.Runs;

/// <summary>
/// The lock of whoever writes to a run's folder: the run itself, or a recovery. The operating system keeps it (flock on Unix, a share mode on
/// Windows), so it ends with its process, however that ends. It lies in a file of its own: readers of the record are never in its way.
/// </summary>
internal sealed class RunLock : IDisposable
{
    private const int Tries = 20;

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <returns>The lock; null if another process, or another part of this one, holds it.</returns>
    /// <exception cref="IOException">There is no room for the file, or no right to make it.</exception>
    public static RunLock? TryTake(RunFolder folder)
    {
        var wait = new SpinWait();
        for (var i = 1; ; i++)
        {
            try
            {
                return new RunLock(new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
            }
            catch (IOException) when (IsHeld(folder))
            {
                return null;
            }
            catch (IOException) when (i < Tries && File.Exists(folder.Lock))
            {
                // Somebody was just looking whether it is held.
                wait.SpinOnce(sleep1Threshold: 1);
            }
        }
    }

    /// <summary>Whether a process writes to the folder.</summary>
    public static bool IsHeld(RunFolder folder)
    {
        if (!File.Exists(folder.Lock))
            return false;
        try
        {
            // A shared lock: two that look at once do not take each other for the writer.
            using var file = new FileStream(folder.Lock, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _file.Dispose();
}
