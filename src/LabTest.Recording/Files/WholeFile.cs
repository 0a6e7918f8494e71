namespace LabTest.Recording.Files;

/// <summary>A file that is written whole or not at all: beside its place, and moved there when it is complete.</summary>
internal static class WholeFile
{
    /// <summary>Writes the file; what was there before is kept where that fails.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the file that it is given the path of.</param>
    public static void Write(string path, Action<string> write)
    {
        var unfinished = path + ".tmp";
        try
        {
            write(unfinished);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            // On a full disk the room that it took is worth more.
            File.Delete(unfinished);
            throw;
        }
    }
}
