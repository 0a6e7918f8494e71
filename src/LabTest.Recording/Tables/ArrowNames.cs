namespace LabTest.Recording.Tables;

/// <summary>What tables are known by in Arrow's metadata.</summary>
internal static class ArrowNames
{
    /// <summary>Of a schema: the table's name.</summary>
    public const string Name = "name";

    /// <summary>Of a field: the symbol of the unit.</summary>
    public const string Unit = "unit";

    /// <summary>What a file, other than a stream, begins with (Arrow columnar format, "IPC File Format").</summary>
    public static ReadOnlySpan<byte> Magic => "ARROW1"u8;
}
