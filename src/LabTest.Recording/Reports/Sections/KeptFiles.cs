using System.Security.Cryptography;
using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>Attachments of tests and files that experiments wrote: each with its size and hash, pictures as they are.</summary>
internal sealed class KeptFiles(RunFolder folder, RunSummary summary)
{
    private const long LargestPicture = 2 * 1024 * 1024;
    private const int MostShown = 200;
    private const int ShownDigits = 12;

    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"];

    private long _room = 8 * 1024 * 1024;

    /// <summary>The attachments of a test.</summary>
    public void Write(HtmlWriter page, TestSummary test, string label)
    {
        if (test.Started is not { } started || summary.FilesOf(started.Number) is not { Count: > 0 } files)
            return;
        page.Write($"""<div class="kept"><h4>Attachments{(label.Length > 0 ? $" at {label}" : "")}</h4><ul class="files">""");
        WriteList(page, files);
        page.Write($"</ul>");
        foreach (var picture in files.Where(f => Pictures.Contains(f.MediaType)))
            WritePicture(page, picture);
        page.Write($"</div>\n");
    }

    /// <summary>The files of the run that belong to no test.</summary>
    public void WriteFound(HtmlWriter page) => WriteList(page, summary.FilesOf(test: null));

    private static void WriteList(HtmlWriter page, IReadOnlyList<FileKept> files)
    {
        foreach (var file in files.Take(MostShown))
        {
            var link = string.Join('/', file.File.Split('/').Select(Uri.EscapeDataString));
            page.Write($"""<li><a href="{link}">{file.Name}</a> {Phrases.Bytes(file.Bytes)}{(file.Hash is { } hash ? $", SHA-256 {hash[..Math.Min(ShownDigits, hash.Length)]}…" : "")}</li>""");
            page.Write($"\n");
        }

        if (files.Count > MostShown)
            page.Write($"<li>and {files.Count - MostShown} more, in run.json</li>");
    }

    private void WritePicture(HtmlWriter page, FileKept picture)
    {
        if (picture.Bytes is <= 0 or > LargestPicture || _room < picture.Bytes || Content(picture) is not { } content)
            return;
        _room -= content.Length;
        page.Write($"""<figure><img alt="{picture.Name}" src="data:{picture.MediaType};base64,""");
        page.Trusted(Convert.ToBase64String(content));
        page.Write($""""/><figcaption>{picture.Name}</figcaption></figure>"""");
    }

    // What is not there any more, or is not what was recorded, is not shown as if it were.
    private byte[]? Content(FileKept picture)
    {
        try
        {
            var path = Path.GetFullPath(picture.File, folder.Path);
            if (!path.StartsWith(Path.GetFullPath(folder.Path) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || new FileInfo(path).Length != picture.Bytes)
                return null;
            var content = File.ReadAllBytes(path);
            return Convert.ToHexStringLower(SHA256.HashData(content)) == picture.Hash ? content : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
