using LabTest.Testing;

namespace LabTest.Hdf5.Tests;

/// <summary>Sound files with filters that this library does not have.</summary>
public sealed class FilterTests
{
    [Theory]
    [InlineData("lzf.h5", "*chunk*filter 32000 (lzf) is not known; shuffle, deflate and fletcher32 are. Rewrite the file with h5repack -f GZIP=1*")]
    [InlineData("scale-offset.h5", "*chunk*filter 6 (scaleoffset) is not known; shuffle, deflate and fletcher32 are. Rewrite the file with h5repack -f GZIP=1*")]
    public void Are_refused_by_the_name_of_the_filter(string name, string message)
    {
        using var file = Hdf5File.OpenRead(Path.Combine(Repository.Root, "tests", "Interop", "cases", "26-hdf5-optional-filters", name));
        var group = file.Root.Group("g");

        foreach (var link in group.Links)
        {
            var dataset = group.Dataset(link.Name);
            dataset.Shape.Count.Should().BePositive("the file is sound");
            dataset.Invoking(d => d.As<double>().ReadAll()).Should().Throw<Hdf5FormatException>().WithMessage(message);
        }

        group.Links.Should().NotBeEmpty();
    }
}
