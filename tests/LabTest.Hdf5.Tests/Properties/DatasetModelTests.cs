using LabTest.Hdf5.Tests.Support;
using LabTest.Testing;

namespace LabTest.Hdf5.Tests.Properties;

/// <summary>Whatever is done to a dataset in whatever order, it holds what an array in memory holds.</summary>
[Trait("Soak", "hdf5-model")]
public sealed class DatasetModelTests : Hdf5Test
{
    private const long U = Hdf5Shape.Unlimited;
    private const int Fill = -1;

    [Fact]
    public async Task Holds_what_was_appended_and_written_in_any_order_of_appends_writes_reads_checkpoints_and_openings()
    {
        var count = Effort.Count(run: 150, soak: 5000);
        for (var round = 0; round < count; round++)
        {
            var (rows, columns) = Play(round);
            var seen = await H5py.Read(FileName, "d = f['x'][()]\nresult = [d.shape, d.ravel()]");
            seen[0].Longs().Should().Equal([rows.Count, columns], $"of round {round} of {Effort.Again}");
            seen[1].Longs().Should().Equal(rows.SelectMany(r => r).Select(v => (long)v), $"of round {round} of {Effort.Again}");
        }

        Effort.Report(count, "datasets of 60 steps");
    }

    private (List<int[]> Rows, int Columns) Play(int round)
    {
        var random = Effort.Random(round);
        var columns = random.Next(1, 8);
        var grows = random.Next(2) == 0;
        var options = new Hdf5FileOptions { Overwrite = true, ReuseDelay = TimeSpan.Zero, IdleTime = random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromHours(1) };
        var filters = (round % 3) switch { 0 => Hdf5Filters.None, 1 => Hdf5Filters.Compressed(), _ => new Hdf5Filters { Fletcher32 = true } };
        int[] chunk = [random.Next(1, 12), random.Next(1, 1 + (grows ? 6 : columns))];
        List<int[]> rows = [];
        var next = 0;
        var file = Hdf5File.Create(FileName, options);
        try
        {
            var dataset = file.Root.CreateDataset<int>("x", Hdf5Shape.Extensible([0, columns], [U, grows ? U : columns]), new() { Chunk = chunk, Filters = filters, Fill = Fill });
            for (var step = 0; step < 60; step++)
            {
                var (row, column) = (random.Next(Math.Max(1, rows.Count)), random.Next(columns));
                var (height, width) = (random.Next(1, Math.Max(2, rows.Count - row + 1)), random.Next(1, columns - column + 1));
                switch (random.Next(8))
                {
                    case 0 or 1:
                        var added = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Take(columns)).ToArray();
                        rows.AddRange(added);
                        dataset.Append(added.SelectMany(r => r).ToArray());
                        break;
                    case 2:
                        file.Checkpoint();
                        break;
                    case 3 when rows.Count > 0:
                        var box = Take(height * width);
                        for (var i = 0; i < box.Length; i++)
                            rows[row + i / width][column + i % width] = box[i];
                        dataset.Write(box, [row, column], [height, width]);
                        break;
                    case 4 when random.Next(3) == 0:
                        var wider = grows ? random.Next(3) : 0;
                        columns += wider;
                        for (var i = 0; i < rows.Count; i++)
                            rows[i] = [.. rows[i], .. Enumerable.Repeat(Fill, wider)];
                        rows.AddRange(Enumerable.Range(0, random.Next(15)).Select(_ => Enumerable.Repeat(Fill, columns).ToArray()));
                        dataset.Resize(rows.Count, columns);
                        break;
                    case 5 when random.Next(3) == 0:
                        file.Dispose();
                        file = Hdf5File.OpenAppend(FileName, options);
                        dataset = file.Root.Dataset<int>("x");
                        break;
                    case > 4 when rows.Count > 0:
                        var read = new int[height * width];
                        dataset.Read(read, [row, column], [height, width]);
                        read.Should().Equal(rows.GetRange(row, height).SelectMany(r => r[column..(column + width)]), $"of round {round} of {Effort.Again} in step {step}");
                        break;
                }
            }
        }
        finally
        {
            file.Dispose();
        }

        return (rows, columns);

        int[] Take(int count) => [.. Enumerable.Range((next += count) - count, count)];
    }
}
