using System.Text.RegularExpressions;

namespace LabTest.Testing.Docs;

/// <summary>A page of the documentation, and what it shows in fenced blocks.</summary>
internal sealed partial class Page
{
    /// <summary>Reads a page.</summary>
    /// <param name="path">Where it is in the repository.</param>
    public Page(string path)
    {
        File = Path.Combine(Repository.Root, path);
        Text = System.IO.File.ReadAllText(File);
    }

    public string File { get; }

    public string Text { get; private init; }

    /// <summary>The part of the page from one heading of the second level to the next.</summary>
    public Page Section(string heading)
    {
        var rest = Text[Text.IndexOf($"\n## {heading}", StringComparison.Ordinal)..];
        var end = rest.IndexOf("\n## ", 1, StringComparison.Ordinal);
        return new Page(File) { Text = end < 0 ? rest : rest[..end] };
    }

    /// <summary>The blocks of a language; of none, if it is empty.</summary>
    public string[] Blocks(string language) => [.. Fences().Where(f => f["language"].Value == language).Select(f => f["text"].Value)];

    /// <summary>Runs the programs one after the other in a folder of their own. Each must print what a block of text right beneath it says.</summary>
    public void RunPrograms()
    {
        using var folder = new TemporaryFolder();
        var (before, output) = (Environment.CurrentDirectory, Console.Out);
        try
        {
            Environment.CurrentDirectory = folder.Path;
            foreach (var fence in Fences().Where(f => f["language"].Value == "csharp"))
            {
                var program = new Snippet(fence["text"].Value);
                program.Problems().Should().BeEmpty();
                using var printed = new StringWriter { NewLine = "\n" };
                Console.SetOut(printed);
                program.Run();
                printed.ToString().Should().Be(fence["output"].Value);
            }
        }
        finally
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = before;
        }
    }

    private IEnumerable<GroupCollection> Fences() => Fence().Matches(Text).Select(m => m.Groups);

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<text>.*?)^```$(?=(\n\n```text\n(?<output>.*?)^```$)?)", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
