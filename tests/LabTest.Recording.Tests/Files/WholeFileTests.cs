using LabTest.Recording.Files;
using LabTest.Testing;

namespace LabTest.Recording.Tests.Files;

public sealed class WholeFileTests
{
    [Fact]
    public void A_file_that_cannot_be_finished_leaves_the_old_one_and_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        WholeFile.Write(folder["run.json"], path => File.WriteAllText(path, "old"));

        var write = () => WholeFile.Write(folder["run.json"], path =>
        {
            File.WriteAllText(path, "half of the n");
            throw new IOException("No space left on device");
        });

        write.Should().Throw<IOException>().WithMessage("No space left on device");
        File.ReadAllText(folder["run.json"]).Should().Be("old");
        Directory.GetFiles(folder.Path).Should().Equal(folder["run.json"]);
    }
}
