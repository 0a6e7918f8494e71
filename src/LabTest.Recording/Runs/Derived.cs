using LabTest.Recording.Reports;

namespace LabTest.Recording.Runs;

/// <summary>The files that are made from a run's summary once it is over.</summary>
internal static class Derived
{
    /// <summary>Makes run.json and the report.</summary>
    /// <returns>What could not be made; the rest was.</returns>
    public static IReadOnlyList<Exception> Write(RunFolder folder, RunSummary summary)
    {
        List<Exception> failures = [];
        Try(() => RunDocument.Write(folder, summary), folder.RunJson, failures);
        Try(() => RunReport.Write(folder, summary), folder.Report, failures);
        return failures;
    }

    private static void Try(Action make, string file, List<Exception> failures)
    {
        try
        {
            make();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever is wrong with one file, the run is over and recorded, and the others are made.
            failures.Add(new RecordingException($"'{file}' cannot be written: {e.Message}. The journal is complete; 'labtest recover' makes it once the cause is gone.", e));
        }
    }
}
