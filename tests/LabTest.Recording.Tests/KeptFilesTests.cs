using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

/// <summary>Files that experiments wrote into the folder of their run, whatever they are called.</summary>
public sealed class KeptFilesTests
{
    [Fact]
    public async Task A_name_with_a_backslash_keeps_no_other_file_from_being_listed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A backslash separates folders there.");
        await using var open = await OpenBench.On();
        foreach (var name in (string[])["a.txt", "back\\slash.txt", "z.txt"])
            await File.WriteAllTextAsync(Path.Combine(open.Run.Path, name), name, TestContext.Current.CancellationToken);

        var summary = await open.Close();

        summary.Files.Select(f => f.File).Should().Equal("a.txt", "back\\slash.txt", "z.txt");
        summary.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_long_name_in_any_script_can_be_that_of_a_folder()
    {
        using var folder = new TemporaryFolder();
        var name = string.Concat(Enumerable.Repeat("\u6E2C\u5B9A\u53F0", 60));

        var run = RunFolder.Create(folder["runs"], name, DateTimeOffset.UnixEpoch);

        Directory.Exists(run.Path).Should().BeTrue();
        run.Name.Should().Contain("\u6E2C\u5B9A\u53F0");
    }
}
