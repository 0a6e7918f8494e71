using LabTest.Testing.Docs;

namespace LabTest.Arrow.Tests.Readme;

/// <summary>The README's snippets, compiled as they stand and run one after the other in a folder of their own.</summary>
[Collection(nameof(PageCollection))]
public sealed class ReadmeTests
{
    [Fact]
    public void Snippets_compile_and_print_what_is_shown_beneath_them()
    {
        var readme = new Page("src/Formats/LabTest.Arrow/README.md");

        readme.Blocks("csharp").Should().HaveCount(5);
        readme.RunPrograms();
    }
}
