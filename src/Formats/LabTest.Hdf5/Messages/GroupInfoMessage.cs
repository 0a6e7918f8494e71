namespace LabTest.Hdf5.Messages;

/// <summary>Marks a group of the newer kind (specification IV.A.2.k), with the usual limits.</summary>
internal static class GroupInfoMessage
{
    /// <summary>Up to so many links are kept in the header.</summary>
    public const int MostCompact = 8;

    public static byte[] Encode() => [0, 0];
}
