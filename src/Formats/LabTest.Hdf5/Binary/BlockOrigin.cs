namespace LabTest.Hdf5.Binary;

/// <summary>Where bytes came from, for the messages of exceptions.</summary>
internal readonly record struct BlockOrigin(string File, string Structure, long Address)
{
    public Hdf5FormatException Corrupt(string problem) => new($"{File}: {Structure} at 0x{Address:x}: {problem}");
}
