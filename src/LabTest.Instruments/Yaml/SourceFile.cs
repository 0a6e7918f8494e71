namespace LabTest.Instruments.Yaml;

/// <summary>Reads the text of a YAML file.</summary>
internal static class SourceFile
{
    private const long MostBytes = 4 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ProfileException">It is not there, cannot be read, or is far too large to be meant.</exception>
    public static string Read(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MostBytes } large)
                throw new ProfileException(new ProfileProblem(file, 0, 0, $"the file has {large.Length} bytes; a YAML file here has at most {MostBytes}"));
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProfileException(new ProfileProblem(file, 0, 0, $"the file cannot be read: {e.Message}"));
        }
    }
}
