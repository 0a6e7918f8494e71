using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Messages;

/// <summary>What a link leads to.</summary>
internal abstract record LinkTarget
{
    private LinkTarget()
    {
    }

    /// <summary>The header of an object in this file.</summary>
    public sealed record Hard(long Address) : LinkTarget;

    /// <summary>A path in this file.</summary>
    public sealed record Soft(string Path) : LinkTarget;

    /// <summary>A path in another file.</summary>
    public sealed record External(string File, string Path) : LinkTarget
    {
        /// <summary>How many bytes the file and the path may take together, beside their flags and ends.</summary>
        public const int Longest = StoredText.Longest - 3;
    }

    /// <summary>Something that another program has defined.</summary>
    public sealed record Foreign(int Kind) : LinkTarget;
}
