using System.Security.Cryptography;
using System.Text;

namespace LabTest.Recording.Reports;

/// <summary>The style sheets and scripts that stand in every report, so that it needs no network.</summary>
internal static class ReportAssets
{
    public static string Style { get; } = Read("report.css");

    public static string Script { get; } = Read("report.js");

    /// <summary>uPlot (https://github.com/leeoniya/uPlot), which draws the plots.</summary>
    public static string PlotScript { get; } = Read("uPlot.iife.min.js");

    public static string PlotStyle { get; } = Read("uPlot.min.css");

    /// <summary>The licence of uPlot, which must stand wherever uPlot does.</summary>
    public static string PlotLicense { get; } = Read("uPlot.LICENSE.txt");

    /// <summary>What a browser may load and run: the two scripts by their hashes, and nothing from anywhere else.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; img-src data:; script-src {Hash(PlotScript)} {Hash(Script)}";

    private static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static string Read(string name)
    {
        using var stream = typeof(ReportAssets).Assembly.GetManifestResourceStream($"LabTest.Recording.Reports.{name}")
            ?? throw new InvalidOperationException($"The report's {name} is not in this build.");
        using var reader = new StreamReader(stream);

        // A browser hashes scripts with their line ends made \n.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
