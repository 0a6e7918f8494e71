namespace LabTest.Recording.Reports;

/// <summary>How much of a very large run a page may hold and still open on a phone. What is not good comes first, so it is what remains.</summary>
internal sealed class ReportBudget
{
    /// <summary>The most rows that one test may have.</summary>
    public const int RowsATest = 100;

    private int _rows = 3000;
    private int _experiments = 1000;
    private int _plots = 80;
    private long _characters = 2_000_000;

    /// <summary>How many limits were left out.</summary>
    public long RowsLeftOut { get; set; }

    public int ExperimentsLeftOut { get; private set; }

    public int PlotsLeftOut { get; private set; }

    public int TextsLeftOut { get; private set; }

    public bool HasRow() => --_rows >= 0;

    public bool HasText(int characters)
    {
        if ((_characters -= characters) >= 0)
            return true;
        TextsLeftOut++;
        return false;
    }

    public bool HasExperiment()
    {
        if (--_experiments >= 0)
            return true;
        ExperimentsLeftOut++;
        return false;
    }

    public bool HasPlot()
    {
        if (--_plots >= 0)
            return true;
        PlotsLeftOut++;
        return false;
    }
}
