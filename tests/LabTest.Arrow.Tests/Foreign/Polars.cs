using System.Text.Json.Nodes;
using LabTest.Testing.Foreign;

namespace LabTest.Arrow.Tests.Foreign;

/// <summary>polars, through its package for Node.</summary>
public sealed class Polars() : ForeignArrow("polars")
{
    internal override ForeignTool Tool => ForeignTool.Polars;

    /// <summary>A table of what polars holds, compressed or not.</summary>
    public Task<(byte[] Bytes, JsonObject Answer)> Table(bool isFile, string compression = "uncompressed") =>
        Write(to => new { ask = "table", to, isFile, compression });
}
