using System.Text.Json;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Tests.Support;
using LabTest.Hdf5.Writer;
using LabTest.Testing;
using Microsoft.Win32.SafeHandles;

namespace LabTest.Hdf5.Tests;

/// <summary>What a file shows at every instant at which its writer, or the machine, can die.</summary>
[Trait("Soak", "hdf5-crash")]
public sealed class CrashTests : Hdf5Test
{
    private int _checks;

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Is_whole_after_every_single_write_and_after_every_torn_one(int seed)
    {
        var (log, promises) = Record(seed, Effort.Count(8, 60), durable: false);
        using var image = File.OpenHandle(FileName, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        var random = new Random(seed);
        var promise = 0;
        long end = 0;
        for (var i = 0; i < log.Count; i++)
        {
            while (promise + 1 < promises.Count && promises[promise + 1].At <= i)
                promise++;
            var entry = log[i];
            if (entry.Bytes is null)
            {
                RandomAccess.SetLength(image, entry.Length);
                continue;
            }

            // What goes to space never used before is looked at now and then; what goes to used space, always.
            var looks = entry.Offset < end || random.Next(20) == 0;
            end = Math.Max(end, entry.Offset + entry.Bytes.Length);

            // SIGKILL ends a write between two pages of the file, never inside one.
            var firstCut = (int)(Page.Size - entry.Offset % Page.Size);
            if (looks && firstCut < entry.Bytes.Length && i > promises[0].At)
            {
                await Write(image, entry.Offset, entry.Bytes.AsMemory(0, firstCut));
                await Check(promises[promise], $"write {i} was torn");
            }

            await Write(image, entry.Offset, entry.Bytes);
            if (looks && i >= promises[0].At)
                await Check(promises[promise], $"{i + 1} of {log.Count} writes were done");
        }

        Effort.Report(_checks, "looks at a file between two writes");
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task Survives_power_loss_at_any_instant_with_any_writes_since_the_last_sync_lost(int seed)
    {
        var (log, promises) = Record(seed, Effort.Count(6, 60), durable: true);
        var random = new Random(seed);
        var syncs = Enumerable.Range(0, log.Count).Where(i => log[i].IsSync).ToArray();
        using var image = File.OpenHandle(FileName, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        var done = 0;
        foreach (var sync in syncs)
        {
            var promise = promises.Last(p => p.At <= Math.Max(done, promises[0].At));
            for (var round = 0; round < 2 && done >= promises[0].At; round++)
                await CheckWithSome(log, done, sync, promise, random);

            for (; done < sync; done++)
                await Apply(image, log[done]);
            if (done >= promises[0].At)
                await Check(promises.Last(p => p.At <= done), $"all was on the disk up to write {done}");
        }

        Effort.Report(_checks, "looks at a file after a loss of power");
    }

    private static (List<LoggedStore.Entry> Log, List<(int At, string State)> Promises) Record(int seed, int checkpoints, bool durable)
    {
        var store = new LoggedStore();
        using var file = Hdf5File.Open(store, s => OpenFile.Create(s, new Hdf5FileOptions { ReuseDelay = TimeSpan.Zero }));
        var workload = new Workload(file, seed);
        var random = new Random(seed);
        file.Checkpoint(durable);
        List<(int, string)> promises = [(store.Log.Count, "{}")];
        for (var i = 0; i < checkpoints; i++)
        {
            for (var steps = random.Next(1, 12); steps > 0; steps--)
                workload.Step();
            file.Checkpoint(durable);
            promises.Add((store.Log.Count, JsonSerializer.Serialize(workload.State)));
        }

        return ([.. store.Log], promises);
    }

    private static async Task Apply(SafeFileHandle image, LoggedStore.Entry entry)
    {
        if (entry.Bytes is not null)
            await Write(image, entry.Offset, entry.Bytes);
        else if (!entry.IsSync)
            RandomAccess.SetLength(image, entry.Length);
    }

    private static async Task Write(SafeFileHandle image, long offset, ReadOnlyMemory<byte> bytes) =>
        await RandomAccess.WriteAsync(image, bytes, offset, TestContext.Current.CancellationToken);

    /// <summary>Looks at the file with some of the pages written since the last sync, in a copy.</summary>
    private async Task CheckWithSome(List<LoggedStore.Entry> log, int from, int to, (int At, string State) promise, Random random)
    {
        File.Copy(FileName, this["some.h5"], overwrite: true);
        using (var some = File.OpenHandle(this["some.h5"], FileMode.Open, FileAccess.ReadWrite))
        {
            for (var i = from; i < to; i++)
            {
                var entry = log[i];
                if (entry.Bytes is null)
                {
                    if (random.Next(2) == 0 && entry.Length > RandomAccess.GetLength(some))
                        RandomAccess.SetLength(some, entry.Length);
                    continue;
                }

                for (var at = 0; at < entry.Bytes.Length;)
                {
                    var length = (int)Math.Min(entry.Bytes.Length - at, Page.Size - (entry.Offset + at) % Page.Size);
                    if (random.Next(2) == 0 && entry.Offset + at + length <= RandomAccess.GetLength(some))
                        await Write(some, entry.Offset + at, entry.Bytes.AsMemory(at, length));
                    at += length;
                }
            }
        }

        _checks++;
        await CrashCheck.Check(H5py, this["some.h5"], promise.State, $"some of the writes {from} to {to} were lost");
    }

    private async Task Check((int At, string State) promise, string because)
    {
        _checks++;
        await CrashCheck.Check(H5py, FileName, promise.State, because);
    }
}
