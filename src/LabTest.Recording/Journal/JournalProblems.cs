namespace LabTest.Recording.Journal;

/// <summary>What is wrong with a journal, in words. Neighbouring lines with the same fault are one problem, and the list is bounded.</summary>
internal sealed class JournalProblems
{
    private const int Most = 1000;

    private readonly List<string> _all = [];
    private (Kind Kind, long First, long Last, string Text)? _open;
    private long _more;

    /// <summary>What can be wrong with a line.</summary>
    public enum Kind
    {
        Damaged,
        Double,
        Order,
        After,
    }

    public IReadOnlyList<string> All => [.. _all, .. _open is null ? [] : (string[])[Text()], .. _more == 0 ? [] : (string[])[$"and {_more} more"]];

    public void Clear()
    {
        _all.Clear();
        (_open, _more) = (null, 0);
    }

    /// <summary>Adds what is wrong with a line.</summary>
    public void Add(Kind kind, long line, string text)
    {
        if (_open is { } open && open.Kind == kind && open.Last == line - 1)
        {
            _open = open with { Last = line };
            return;
        }

        Close();
        _open = (kind, line, line, text);
    }

    /// <summary>Adds what is wrong with the whole.</summary>
    public void Add(string text)
    {
        Close();
        Keep(text);
    }

    private void Close()
    {
        if (_open is null)
            return;
        Keep(Text());
        _open = null;
    }

    private void Keep(string text)
    {
        if (_all.Count < Most)
            _all.Add(text);
        else
            _more++;
    }

    private string Text()
    {
        var (kind, first, last, text) = _open!.Value;
        var consequence = kind is Kind.Damaged or Kind.Double ? (first == last ? "; it is left out" : "; they are left out") : "";
        return first == last ? $"Line {first}: {text}{consequence}." : $"Lines {first} to {last}, of the first: {text}{consequence}.";
    }
}
