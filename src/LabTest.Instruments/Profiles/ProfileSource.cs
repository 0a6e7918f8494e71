namespace LabTest.Instruments.Profiles;

/// <summary>A file as it was read.</summary>
/// <param name="File">Its path.</param>
/// <param name="Text">Its text.</param>
internal sealed record ProfileSource(string File, string Text)
{
    /// <summary>SHA-256 of the text in UTF-8, in lower-case hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Text)));
}
