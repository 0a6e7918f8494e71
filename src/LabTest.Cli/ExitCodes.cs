namespace LabTest.Cli;

/// <summary>What a command ends with.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>It did what was asked, and what it found is not good.</summary>
    public const int NotGood = 2;

    /// <summary>It could not do what was asked.</summary>
    public const int Failure = 1;
}
