namespace LabTest.Instruments.Profiles;

/// <summary>
/// Where profiles are looked for, in every command and in code alike: in the folders that a station names, in <c>instruments</c> beside the file, in
/// that of the project, and among those that come with LabTest.
/// </summary>
internal static class ProfileFolders
{
    private const string Name = "instruments";

    private static readonly string[] ProjectFiles = ["*.csproj", "*.fsproj", "*.vbproj"];

    /// <summary>The profiles that come with LabTest; they are copied beside the program.</summary>
    public static string Packed { get; } = Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>The folders, in the order in which they are looked in; some may not be there.</summary>
    /// <param name="file">The station or profile that names others.</param>
    /// <param name="own">The folders that come first: those that the station or the program names.</param>
    /// <param name="caller">Where the program was started, or the folder of its project; null if nothing is known.</param>
    public static IReadOnlyList<string> For(string file, IEnumerable<string> own, string? caller)
    {
        var beside = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string?[] folders = [beside, ProjectOf(beside), caller is null ? null : ProjectOf(caller) ?? caller];
        return [.. own.Select(Path.GetFullPath).Concat(folders.OfType<string>().Select(f => Path.Combine(Path.GetFullPath(f), Name))).Append(Packed).Distinct(StringComparer.Ordinal)];
    }

    // The nearest folder from here up with a project, but not beyond a solution or a repository, which may hold the profiles of all its projects.
    private static string? ProjectOf(string folder)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(folder)); at is not null; at = at.Parent)
        {
            if (Has(at, ProjectFiles) || Has(at, "*.sln", "*.slnx") || Path.Exists(Path.Combine(at.FullName, ".git")))
                return at.FullName;
        }

        return null;
    }

    private static bool Has(DirectoryInfo folder, params string[] patterns)
    {
        try
        {
            return Array.Exists(patterns, p => folder.EnumerateFiles(p).Any());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
