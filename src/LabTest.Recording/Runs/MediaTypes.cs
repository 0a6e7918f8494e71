namespace LabTest.Recording.Runs;

/// <summary>What files are, by the ends of their names.</summary>
internal static class MediaTypes
{
    private static readonly (string Extension, string Type)[] Known =
    [
        (".txt", "text/plain"),
        (".log", "text/plain"),
        (".csv", "text/csv"),
        (".json", "application/json"),
        (".xml", "application/xml"),
        (".html", "text/html"),
        (".pdf", "application/pdf"),
        (".png", "image/png"),
        (".jpg", "image/jpeg"),
        (".jpeg", "image/jpeg"),
        (".gif", "image/gif"),
        (".webp", "image/webp"),
        (".svg", "image/svg+xml"),
        (".zip", "application/zip"),
    ];

    /// <summary>What a file is; null for one whose name does not tell.</summary>
    public static string? Of(string file) => Array.Find(Known, k => file.EndsWith(k.Extension, StringComparison.OrdinalIgnoreCase)).Type;

    /// <summary>How the name of a file of a type ends.</summary>
    public static string Extension(string mediaType) => Array.Find(Known, k => k.Type.Equals(mediaType, StringComparison.OrdinalIgnoreCase)).Extension ?? ".bin";
}
