using LabTest.Recording.Journal;
using LabTest.Testing;

namespace LabTest.Xunit.Tests;

public sealed class OrderTests
{
    [Fact]
    public async Task Experiments_run_in_declared_order_and_sweeps_multiply_with_the_first_axis_outermost()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Ordered");

        run.Summary.Tests.Select(t => t.Started!.Name).Should().Equal(
            "Zulu_is_declared_first",
            "Mike_is_swept(vin: 4.5 V, load: 0 A)",
            "Mike_is_swept(vin: 4.5 V, load: 1 A)",
            "Mike_is_swept(vin: 5.5 V, load: 0 A)",
            "Mike_is_swept(vin: 5.5 V, load: 1 A)",
            "Alpha_is_declared_last");
        run.Journal.OfType<MeasurementTaken>().Skip(1).First().Conditions.Select(c => (c.Name, c.Value, c.Unit)).Should().Equal(("vin", 4.5, "V"), ("load", 0.0, "A"));
    }

    [Fact]
    public async Task A_station_goes_back_to_its_start_before_each_class()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.IsolatedA", "Outcomes.IsolatedB");

        run.ExitCode.Should().Be(0, run.Output);
        Value(run, "same_class").Should().Be(3);
        Value(run, "next_class").Should().Be(1, "the station sets it");
        Value(run, "next_class_reading").Should().BeApproximately(0, 0.01, "its output is off");
    }

    [Theory]
    [InlineData("test", 1.0, 1.0)]
    [InlineData("class", 3.0, 1.0)]
    [InlineData("none", 3.0, 3.0)]
    public async Task A_station_says_before_what_it_goes_back_to_its_start(string isolation, double sameClass, double nextClass)
    {
        using var subject = Subject.Outcomes();
        var station = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Subjects/Outcomes/station.yaml"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(subject.Folder["station.yaml"], $"{station}isolation: {isolation}\n", TestContext.Current.CancellationToken);

        var run = await subject.Run("--filter-class", "Outcomes.IsolatedA", "Outcomes.IsolatedB", "--lab-station", "station.yaml");

        run.ExitCode.Should().Be(0, run.Output);
        (Value(run, "same_class"), Value(run, "next_class")).Should().Be((sameClass, nextClass));
    }

    private static double? Value(SubjectRun run, string name) => run.Journal.OfType<MeasurementTaken>().Single(m => m.Name == name).Value;
}
