namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>Versions of the metadata (Schema.fbs, <c>MetadataVersion</c>). V4 differs from V5 in unions only, which are not read.</summary>
internal static class MetadataVersion
{
    public const short V4 = 3;
    public const short V5 = 4;

    public static void Require(short version)
    {
        if (version is not (V4 or V5))
            throw new ArrowFormatException($"Metadata version V{version + 1} is not read; V5 is, and V4, which Arrow has written since 0.8.");
    }
}
