namespace LabTest.Instruments.Scpi;

/// <summary>One keyword of a header, with the numeric suffix it carries.</summary>
/// <param name="Mnemonic">The keyword.</param>
/// <param name="Hole">The hole that stands for the suffix, as in <c>CHANnel{ch}</c>.</param>
/// <param name="Number">The suffix that is printed, as in <c>SOURce2</c>.</param>
/// <param name="Group">Which optional group it belongs to; 0 where it must be sent.</param>
internal sealed record HeaderNode(Mnemonic Mnemonic, string? Hole, int? Number, int Group)
{
    /// <summary>What a received keyword without a suffix has for one.</summary>
    public const int NoSuffix = -1;

    /// <summary>What a received suffix that cannot be a number is.</summary>
    public const int BadSuffix = -2;

    /// <summary>Whether a suffix fits: none means 1 (SCPI-99, volume 1, section 6.2.5.2).</summary>
    public bool Takes(int suffix) => suffix != BadSuffix && (Hole is not null || Meant(suffix) == (Number ?? 1));

    /// <summary>The number that a suffix means.</summary>
    public static int Meant(int suffix) => suffix == NoSuffix ? 1 : suffix;
}
