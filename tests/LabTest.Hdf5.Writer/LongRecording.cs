using System.Diagnostics;

namespace LabTest.Hdf5.Writer;

/// <summary>A recording of many rows and large frames, to see how much memory it takes.</summary>
internal static class LongRecording
{
    private const int Side = 1024;

    /// <summary>Records, and gives by how many bytes the process has grown at most.</summary>
    public static long Run(string path, int steps)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        using (var file = Hdf5File.Create(path))
        {
            var frames = file.Root.CreateDataset<ushort>("frames", Hdf5Shape.Rows(Side, Side), new() { Chunk = [1, Side, Side], Filters = Hdf5Filters.Compressed() });
            var rows = file.Root.CreateDataset<long>("rows", Hdf5Shape.Rows(), new() { Chunk = [16] });
            var texts = file.Root.CreateDataset<string>("texts", Hdf5Shape.Rows());
            var frame = new ushort[Side * Side];
            for (var step = 0; step < steps; step++)
            {
                for (var i = 0; i < frame.Length; i += 7)
                    frame[i] += (ushort)(step + i);
                frames.Append(frame);
                for (var i = 0; i < 5000; i++)
                    rows.Append(step * 5000L + i);
                texts.Append($"frame {step}");
                file.Checkpoint();
            }
        }

        process.Refresh();
        return process.PeakWorkingSet64 - before;
    }
}
