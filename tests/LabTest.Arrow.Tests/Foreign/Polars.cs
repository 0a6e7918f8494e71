using System.Text.Json.Nodes;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Arrow.Tests.Foreign;

/// <summary>polars, through its package for Node.</summary>
public sealed class Polars() : ForeignArrow("polars")
{
    internal override ForeignTool Tool => ForeignTool.Polars;

    /// <summary>What polars reads from a stream or file.</summary>
    public async Task<JsonObject> Read(ReadOnlyMemory<byte> bytes)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["data"], bytes, TestContext.Current.CancellationToken);
        return await Read(folder["data"], isFile: bytes.Span.StartsWith("ARROW1"u8));
    }

    /// <summary>What polars reads from a stream or file.</summary>
    public Task<JsonObject> Read(string path, bool isFile) => Ask(new { ask = isFile ? "readFile" : "readStream", path });
}
