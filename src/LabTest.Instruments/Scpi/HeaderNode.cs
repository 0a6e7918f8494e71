namespace LabTest.Instruments.Scpi;

/// <summary>One keyword of a header, with the numeric suffix it carries.</summary>
/// <param name="Mnemonic">The keyword.</param>
/// <param name="Hole">The hole that stands for the suffix, as in <c>CHANnel{ch}</c>.</param>
/// <param name="Number">The suffix that is printed, as in <c>SOURce2</c>.</param>
/// <param name="Group">Which optional group it belongs to; 0 where it must be sent.</param>
internal sealed record HeaderNode(Mnemonic Mnemonic, string? Hole, int? Number, int Group)
{
    /// <summary>Whether a suffix fits: none means 1 (SCPI-99, volume 1, section 6.2.5.2).</summary>
    public bool Takes(int suffix) => Hole is not null || suffix == (Number ?? 1) || (Number is null && suffix == 0) || (Number == 1 && suffix == 0);
}
