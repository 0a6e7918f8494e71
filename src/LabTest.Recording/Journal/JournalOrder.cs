namespace LabTest.Recording.Journal;

/// <summary>
/// Holds the numbers of a journal's lines against their order. A line that runs ahead is held back if the next one goes on where it left: it is then the one that
/// is misplaced, not all that follow it.
/// </summary>
internal sealed class JournalOrder(JournalProblems problems)
{
    private readonly JournalNumbers _numbers = new();
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<long, (long Line, JournalEvent What)> _early = [];
    private (long Line, JournalEvent What)? _ahead;
    private bool _hasEnded;

    /// <summary>Whether all that was given out was in order.</summary>
    public bool IsKept { get; private set; } = true;

    /// <summary>Takes a line; gives what has found its place.</summary>
    /// <param name="line">The number of the line in the file.</param>
    /// <param name="what">The event; null if the line is damaged.</param>
    public IEnumerable<JournalEvent> Take(long line, JournalEvent? what)
    {
        if (_ahead is { } ahead)
        {
            _ahead = null;
            var isMisplaced = what?.Number == _numbers.Next && _early.TryAdd(ahead.What.Number, ahead);
            if (!isMisplaced && Place(ahead.Line, ahead.What) is { } found)
                yield return found;
        }

        if (what is null)
        {
            _numbers.SkipDamaged();
            yield break;
        }

        while (what.Number > _numbers.Next && _early.Remove(_numbers.Next, out var held))
        {
            problems.Add(JournalProblems.Kind.Order, held.Line, $"it stands in the wrong place: its number {held.What.Number} comes later");
            if (Place(held.Line, held.What) is { } found)
                yield return found;
        }

        if (what.Number == _numbers.Next && _early.Remove(what.Number, out var twin))
            problems.Add(JournalProblems.Kind.Double, twin.Line, $"its number {what.Number} is that of line {line}");
        if (what.Number > _numbers.Next)
            _ahead = (line, what);
        else if (Place(line, what) is { } found)
            yield return found;
    }

    /// <summary>There are no more lines.</summary>
    public IEnumerable<JournalEvent> End()
    {
        if (_ahead is { } ahead && !_early.TryAdd(ahead.What.Number, ahead))
            problems.Add(JournalProblems.Kind.Double, ahead.Line, $"its number {ahead.What.Number} is that of line {_early[ahead.What.Number].Line}");
        foreach (var (line, what) in _early.Values.OrderBy(static e => e.What.Number))
        {
            if (_ahead?.Line != line)
                problems.Add(JournalProblems.Kind.Order, line, $"it stands in the wrong place: its number {what.Number} comes later");
            if (Place(line, what) is { } found)
                yield return found;
        }

        foreach (var missing in _numbers.Missing())
            problems.Add(missing);
    }

    private JournalEvent? Place(long line, JournalEvent what)
    {
        switch (_numbers.Take(what.Number))
        {
            case JournalNumbers.Place.Taken:
                problems.Add(JournalProblems.Kind.Double, line, $"its number {what.Number} is that of an earlier line");
                return null;
            case JournalNumbers.Place.Wrong:
                problems.Add(JournalProblems.Kind.Order, line, $"it stands in the wrong place: its number {what.Number} belongs before that of an earlier line");
                IsKept = false;
                break;
        }

        if (_hasEnded && what is not RunFinished)
            problems.Add(JournalProblems.Kind.After, line, "it stands after the end of the run");
        if (what is RunFinished end)
        {
            _hasEnded = true;
            if (end.Lines is { } count && count != end.Number)
                problems.Add(JournalProblems.Kind.Damaged, line, $"it counts {count} lines, and its number is {end.Number}");
        }

        if (Misfit(what) is not { } misfit)
            return what;
        problems.Add(JournalProblems.Kind.Damaged, line, misfit);
        return null;
    }

    // A row holds a value for each column of its table.
    private string? Misfit(JournalEvent what)
    {
        if (what is TableStarted table)
            _columns[table.Table] = table.Columns.Count;
        return what is TableRowTaken row && _columns.TryGetValue(row.Table, out var columns) && columns != row.Values.Count
            ? $"the row has {row.Values.Count} values, and its table {columns} columns"
            : null;
    }
}
