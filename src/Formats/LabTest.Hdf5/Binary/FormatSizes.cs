namespace LabTest.Hdf5.Binary;

/// <summary>The widths, in bytes, of the addresses and lengths of a file, from its superblock.</summary>
internal readonly record struct FormatSizes(int Address, int Length)
{
    /// <summary>What this library writes, and nearly every file has.</summary>
    public static FormatSizes Default => new(8, 8);
}
