using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Random;
using LabTest.Testing;

namespace LabTest.Arrow.Tests.Arrays;

[Trait("Soak", "arrow")]
public sealed class ConcatenationTests
{
    [Fact]
    public void Joins_arrays_of_every_type() => Tables.Check(RandomTables.Everything(sharesDictionaries: true), Effort.Count(run: 300, soak: 10_000), table =>
    {
        var (batches, columns) = table.Make();
        for (var i = 0; i < batches[0].ColumnCount; i++)
        {
            var joined = ArrowArrayConcatenator.Concatenate(batches.Select(batch => batch.Column(i)).ToArray())!;
            CanonicalValues.Of(joined).ShouldEqual(columns[i]);
            joined.NullCount.Should().Be(batches.Sum(batch => batch.Column(i).NullCount));
        }

        return Task.CompletedTask;
    });

    [Fact]
    public void Refuses_arrays_that_do_not_go_together()
    {
        FluentActions.Invoking(() => ArrowArrayConcatenator.Concatenate([new Int32Array.Builder().Build(), new Int64Array.Builder().Build()]))
            .Should().Throw<ArgumentException>().WithMessage("*int64*int32*");
        FluentActions.Invoking(() => ArrowArrayConcatenator.Concatenate([new StringDictionaryBuilder().Append("a").Build(), new StringDictionaryBuilder().Append("b").Build()]))
            .Should().Throw<NotSupportedException>();
        ArrowArrayConcatenator.Concatenate([]).Should().BeNull();
    }
}
