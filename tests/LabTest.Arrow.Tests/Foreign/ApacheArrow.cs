using System.Text.Json.Nodes;
using LabTest.Testing.Foreign;

namespace LabTest.Arrow.Tests.Foreign;

/// <summary>The JavaScript apache-arrow package.</summary>
public sealed class ApacheArrow() : ForeignArrow("apache-arrow")
{
    internal override ForeignTool Tool => ForeignTool.ApacheArrow;

    /// <summary>A table with a column of each type that the package can build.</summary>
    public Task<(byte[] Bytes, JsonObject Answer)> EveryType(bool isFile) => Write(to => new { ask = "everyType", to, isFile });

    /// <summary>A table with metadata of its schema and its field.</summary>
    public Task<(byte[] Bytes, JsonObject Answer)> Metadata(bool isFile) => Write(to => new { ask = "metadata", to, isFile });
}
