using System.Diagnostics;
using System.Runtime.InteropServices;
using LabTest.Hdf5;

namespace LabTest.Bench.Formats;

/// <summary>Frames, scalar rows and batches appended, and frames read, beside h5py; frames also beside a raw write of the same bytes.</summary>
internal sealed class Hdf5Rows : IAsyncDisposable
{
    private const int Side = 1024;
    private const int FrameBytes = Side * Side * sizeof(ushort);

    // 128 MiB: of more memory than that, a virtual machine's host takes back what is free between two rounds, and giving it again takes longer than
    // the write.
    private const int FrameCount = 64;
    private const int CompressedCount = 32;
    private const int ReadCount = 512;

    private const int DiskRounds = 41;

    private readonly string _folder = Directory.CreateTempSubdirectory("labtest-bench-").FullName;
    private readonly ushort[][] _frames = NoisyFrames.Take(8, Side);
    private readonly double[] _batch = [.. Enumerable.Range(0, 1024 * 8).Select(i => (double)i)];
    private readonly Hdf5Peer _peer;
    private readonly Hdf5Growth _growth;
    private long _peerBytes = long.MaxValue;

    public Hdf5Rows()
    {
        using (var file = File.Create(this["frames.raw"]))
        {
            foreach (var frame in _frames)
                file.Write(MemoryMarshal.AsBytes(frame.AsSpan()));
        }

        _peer = new Hdf5Peer(this["frames.raw"]);
        _growth = new Hdf5Growth();
    }

    private string this[string name] => Path.Combine(_folder, name);

    public IEnumerable<Row> Rows() =>
    [
        new("hdf5-frames", "MB/s", 1.5, _ => Ours(() => Frames(FrameCount)), c => Peer("frames", FrameCount, c)) { Rounds = DiskRounds },
        new("hdf5-frames-of-raw-write", "MB/s", 0.7, _ => Ours(() => Frames(FrameCount)), _ => Ours(RawWrite)) { Rounds = DiskRounds },
        new("hdf5-compressed-2-cores", "MB/s", 1.8, _ => Ours(() => Compressed(2)), PeerCompressed),
        new("hdf5-compressed-1-core", "MB/s", 1, _ => Ours(() => Compressed(1)), PeerCompressed),
        new("hdf5-scalar-rows", "rows/s", 100, _ => Ours(() => Scalars(2_000_000)), c => Peer("scalars", 10_000, c)),
        new("hdf5-batches", "rows/s", 1.5, _ => Ours(() => Batches(4000)), c => Peer("batches", 4000, c)),
        new("hdf5-read", "MB/s", 1.2, _ => Task.FromResult(Read()), c => PeerRead(c)),
        new("hdf5-last-of-10-million-chunks", "chunks/s", 0.8, _ => Task.FromResult(_growth.Last()), _ => Task.FromResult(_growth.First())),
    ];

    public async ValueTask DisposeAsync()
    {
        await _peer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static double Rate(double work, Stopwatch watch) => work / watch.Elapsed.TotalSeconds;

    private Task<double> Ours(Func<double> work)
    {
        var rate = work();
        File.Delete(this["ours"]);
        return Task.FromResult(rate);
    }

    private async Task<double> Peer(string work, int count, CancellationToken cancellationToken)
    {
        var answer = await _peer.Do(work, this["peer"], count, cancellationToken);
        File.Delete(this["peer"]);
        return answer.Rate;
    }

    private double Frames(int count, Hdf5Filters? filters = null, int? threads = null)
    {
        var watch = Stopwatch.StartNew();
        var options = new Hdf5FileOptions();
        if (threads is not null)
            options = options with { FilterThreads = threads.Value };
        using (var file = Hdf5File.Create(this["ours"], options))
        {
            var frames = file.Root.CreateDataset<ushort>(
                "frames", Hdf5Shape.Rows(Side, Side), new() { Chunk = [1, Side, Side], Filters = filters ?? Hdf5Filters.None });
            for (var i = 0; i < count; i++)
                frames.Append(_frames[i % _frames.Length]);
        }

        return Rate(count * (FrameBytes / 1e6), watch);
    }

    private double Compressed(int threads)
    {
        var rate = Frames(CompressedCount, Hdf5Filters.Compressed(), threads);
        var bytes = new FileInfo(this["ours"]).Length;
        return bytes <= _peerBytes ? rate : throw new InvalidOperationException($"The compressed file has {bytes} bytes where h5py's has {_peerBytes}.");
    }

    private async Task<double> PeerCompressed(CancellationToken cancellationToken)
    {
        var answer = await _peer.Do("compressed", this["peer"], CompressedCount, cancellationToken);
        _peerBytes = answer.Bytes;
        File.Delete(this["peer"]);
        return answer.Rate;
    }

    private double RawWrite()
    {
        var watch = Stopwatch.StartNew();
        using (var file = File.OpenHandle(this["ours"], FileMode.CreateNew, FileAccess.Write))
        {
            for (var i = 0; i < FrameCount; i++)
                RandomAccess.Write(file, MemoryMarshal.AsBytes(_frames[i % _frames.Length].AsSpan()), (long)i * FrameBytes);
        }

        return Rate(FrameCount * (FrameBytes / 1e6), watch);
    }

    private double Scalars(int count)
    {
        var watch = Stopwatch.StartNew();
        using (var file = Hdf5File.Create(this["ours"]))
        {
            var values = file.Root.CreateDataset<double>("value", Hdf5Shape.Rows(), new() { Chunk = [8192] });
            for (var i = 0; i < count; i++)
                values.Append(i * 0.5);
        }

        return Rate(count, watch);
    }

    private double Batches(int count)
    {
        var watch = Stopwatch.StartNew();
        using (var file = Hdf5File.Create(this["ours"]))
        {
            var rows = file.Root.CreateDataset<double>("rows", Hdf5Shape.Rows(8), new() { Chunk = [1024, 8] });
            for (var i = 0; i < count; i++)
                rows.Append(_batch);
        }

        return Rate(count * 1024.0, watch);
    }

    private double Read()
    {
        var frame = new ushort[Side * Side];
        var watch = Stopwatch.StartNew();
        using (var file = Hdf5File.OpenRead(Large()))
        {
            var frames = file.Root.Dataset<ushort>("frames");
            for (var i = 0; i < ReadCount; i++)
                frames.ReadRows(frame, i);
        }

        return Rate(ReadCount * (FrameBytes / 1e6), watch);
    }

    private async Task<double> PeerRead(CancellationToken cancellationToken) =>
        (await _peer.Do("read", Large(), ReadCount, cancellationToken)).Rate;

    /// <summary>A file of 1 GiB of frames, made once.</summary>
    private string Large()
    {
        if (!File.Exists(this["large.h5"]))
        {
            Frames(ReadCount);
            File.Move(this["ours"], this["large.h5"]);
        }

        return this["large.h5"];
    }
}
