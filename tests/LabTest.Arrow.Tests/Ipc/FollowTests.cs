using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Foreign;
using LabTest.Testing;

namespace LabTest.Arrow.Tests.Ipc;

/// <summary>A recording is read by others while it is written: every batch can be seen as soon as it is.</summary>
public sealed class FollowTests(ApacheArrow javaScript, Polars polars) : IClassFixture<ApacheArrow>, IClassFixture<Polars>
{
    [Fact]
    public async Task Others_see_each_batch_as_soon_as_it_is_written()
    {
        using var folder = new TemporaryFolder();
        var path = folder["measurements.arrows"];
        var batches = RecorderStreamTests.Recording();
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        using var writer = new ArrowStreamWriter(file, batches[0].Schema);
        await using var followed = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var follower = new ArrowStreamReader(followed);
        for (var i = 0; i < batches.Length; i++)
        {
            await writer.WriteRecordBatchAsync(batches[i], TestContext.Current.CancellationToken);
            var expected = Tables.Columns(batches[..(i + 1)]);
            Tables.Columns(await javaScript.Read(path, isFile: false)).ShouldEqual(expected);
            Tables.Columns(await polars.Read(path, isFile: false)).ShouldEqual(expected);
            using (var mapped = ArrowStreamReader.FromFile(path))
                Tables.Columns(Tables.ReadAll(mapped)).ShouldEqual(expected);

            Tables.Columns([(await follower.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken))!]).ShouldEqual(Tables.Columns([batches[i]]));
            (await follower.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken)).Should().BeNull();
            follower.End.Should().Be(ArrowStreamEnd.BetweenMessages);
        }
    }
}
