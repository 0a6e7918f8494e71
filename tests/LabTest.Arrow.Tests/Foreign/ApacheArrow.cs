using System.Text.Json.Nodes;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Arrow.Tests.Foreign;

/// <summary>The JavaScript apache-arrow package.</summary>
public sealed class ApacheArrow() : ForeignArrow("apache-arrow")
{
    internal override ForeignTool Tool => ForeignTool.ApacheArrow;

    /// <summary>What the package reads from a stream or file.</summary>
    public async Task<JsonObject> Read(ReadOnlyMemory<byte> bytes)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["data"], bytes, TestContext.Current.CancellationToken);
        return await Read(folder["data"]);
    }

    /// <summary>What the package reads from a stream or file.</summary>
    public Task<JsonObject> Read(string path) => Ask(new { ask = "read", path });
}
