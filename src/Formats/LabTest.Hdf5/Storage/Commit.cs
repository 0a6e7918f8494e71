namespace LabTest.Hdf5.Storage;

/// <summary>
/// The overwrites of one checkpoint, gathered while its new space is written and done at its end, by one write each. Whichever of
/// them have happened when the process dies, the file shows the last checkpoint or a longer one.
/// </summary>
internal sealed class Commit
{
    private readonly List<(long Address, byte[] Image)>[] _ranks = [[], [], []];

    /// <summary>Plans to overwrite a structure that lies wholly inside one page.</summary>
    public void Overwrite(SwitchRank rank, long address, byte[] image)
    {
        if (!Page.Holds(address, image.Length))
            throw new InvalidOperationException($"{image.Length} bytes at 0x{address:x} cross a page and must be written anew instead.");
        _ranks[(int)rank].Add((address, image));
    }

    public void Apply(FileSink sink, bool durable)
    {
        foreach (var rank in _ranks)
        {
            foreach (var (address, image) in rank)
                sink.Write(address, image);
            if (durable && rank.Count > 0)
                sink.Sync();
        }
    }
}
