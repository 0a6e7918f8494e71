using LabTest.Recording.Runs;

namespace LabTest.Recording.Tests;

public sealed class SourcePlaceTests
{
    [Theory]
    [InlineData("   at Bench.Extra.Judge() in /src/Base.cs:line 12\n   at Bench.Extra.T() in /src/Extra.cs:line 65", "Extra.cs:65")]
    [InlineData("   at LabTest.Recording.Bench.Set(String path) in /_/src/Bench.cs:line 9\n   at Bench.Shared.Go() in C:\\src\\Shared.cs:line 7", "Shared.cs:7")]
    [InlineData("   at System.IO.File.Open(String path)\n   at Bench.Extra.T()", null)]
    [InlineData(null, null)]
    public void The_line_of_the_test_counts_then_the_innermost_that_is_not_a_librarys(string? stack, string? place) =>
        SourcePlace.In(stack, "/src/Extra.cs")?.ToString().Should().Be(place);

    [Fact]
    public void A_stack_of_any_length_and_form_is_read() =>
        SourcePlace.In(string.Concat(Enumerable.Repeat("   at a in b:line x in c:line \n", 20_000)) + "   at T() in /src/Extra.cs:line 3", "/src/Extra.cs")!.Line.Should().Be(3);
}
