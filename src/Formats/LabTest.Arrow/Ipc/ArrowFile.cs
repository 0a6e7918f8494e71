namespace LabTest.Arrow.Ipc;

/// <summary>What Arrow files begin and end with.</summary>
internal static class ArrowFile
{
    /// <summary>The magic at the beginning with its padding.</summary>
    public const int HeadSize = 8;

    public static ReadOnlySpan<byte> Magic => "ARROW1"u8;
}
