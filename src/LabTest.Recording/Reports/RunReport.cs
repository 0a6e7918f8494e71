using System.Text;
using LabTest.Recording.Files;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports;

/// <summary>Makes a run's report.html.</summary>
internal static class RunReport
{
    /// <summary>Writes the report, whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(RunFolder folder, RunSummary summary) => WholeFile.Write(folder.Report, path =>
    {
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var data = RunData.Open(folder);
        new ReportPage(folder, summary, data).Write(new HtmlWriter(text));
    });
}
