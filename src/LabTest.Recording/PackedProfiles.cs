namespace LabTest.Recording;

/// <summary>The profiles that come with LabTest; they are copied beside the program.</summary>
internal static class PackedProfiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "instruments");
}
