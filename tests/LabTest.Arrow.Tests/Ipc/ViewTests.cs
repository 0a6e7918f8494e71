using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Foreign;

namespace LabTest.Arrow.Tests.Ipc;

/// <summary>Views are how polars writes text to files: they are read, sliced and passed on.</summary>
public sealed class ViewTests(ApacheArrow javaScript, Polars polars) : IClassFixture<ApacheArrow>, IClassFixture<Polars>
{
    private readonly RecordBatch _batch = Tables.Batch(
        ("views", Views.Of("short", null, "longer than a view holds itself", "", "exactly 12 b", "and one more that is too long")));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Passes_views_on(bool isFile)
    {
        var bytes = isFile ? Tables.WriteFile(_batch, _batch.Slice(2, 3)) : Tables.WriteStream(_batch, _batch.Slice(2, 3));
        var expected = Tables.Columns([_batch, _batch.Slice(2, 3)]);
        expected[0]![2]!.GetValue<string>().Should().Be("longer than a view holds itself");
        Tables.Columns(Tables.Read(bytes)).ShouldEqual(expected);
        Tables.Columns(await javaScript.Read(bytes)).ShouldEqual(expected);
        Tables.Columns(await polars.Read(bytes)).ShouldEqual(expected);
    }
}
