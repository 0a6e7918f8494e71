using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports;

/// <summary>What stands in the margins of every printed page: the run, the page number, and SIMULATED where it was.</summary>
internal static class PrintedMargins
{
    public static string Style(RunSummary summary)
    {
        // Into a style sheet goes nothing but what cannot end a string of it.
        var run = string.Concat((summary.Started?.Run ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/'));
        var mark = summary.IsSimulated ? "@top-center{content:\"SIMULATED\";font-weight:800;letter-spacing:.3em}" : "";
        return $"@page{{margin:16mm 12mm;font:8pt Arial,sans-serif;@bottom-left{{content:\"{run}\"}}@bottom-right{{content:counter(page) \" / \" counter(pages)}}{mark}}}\n";
    }
}
