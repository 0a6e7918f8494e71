namespace LabTest.Recording.Journal;

/// <summary>
/// Reads a journal and checks it: the checksum and the number of each line, and that an event is what it must be. What is damaged is named and left out,
/// and everything else is read.
/// </summary>
/// <param name="file">The journal; it may still be growing.</param>
internal sealed class JournalReader(string file)
{
    private readonly JournalProblems _problems = new();
    private RunStarted? _started;
    private Instant _begin;

    /// <summary>What is wrong with the journal, as far as it was read.</summary>
    public IReadOnlyList<string> Problems => _problems.All;

    /// <summary>What is wrong with its end, which is only so where nobody is writing it: its last line is not whole.</summary>
    public string? TornEnd { get; private set; }

    /// <summary>Whether the lines that can be read stand in the order in which they were written, the start of the run first.</summary>
    public bool IsInOrder { get; private set; } = true;

    /// <summary>The events of a journal that can be read, in the order of its lines.</summary>
    /// <exception cref="RecordingException">The file cannot be read.</exception>
    public static IEnumerable<JournalEvent> Read(string file) => new JournalReader(file).Events();

    /// <summary>Reads and checks all lines; gives the events that can be read, in the order in which they were written as far as a line or two can be told to be misplaced.</summary>
    /// <exception cref="RecordingException">The file cannot be read.</exception>
    public IEnumerable<JournalEvent> Events()
    {
        _problems.Clear();
        (TornEnd, IsInOrder, _started, _begin) = (null, true, null, default);
        var order = new JournalOrder(_problems);
        var check = new JournalLineCheck(_problems, JournalLineCheck.IsSealed(file));
        using var lines = new JournalLines(file);
        while (check.Next(lines, out var what, out var line))
        {
            foreach (var placed in order.Take(line, what).Where(static e => e is not UnknownEvent))
                yield return Taken(placed);
        }

        foreach (var placed in order.End().Where(static e => e is not UnknownEvent))
            yield return Taken(placed);
        if (lines.HasChangedEnds)
            _problems.Add("The line ends were changed (CR LF, or a byte order mark at the beginning), as editors and git's autocrlf do; the lines are read all the same. Bring the file back as the run wrote it, and mark *.jsonl as binary in .gitattributes.");
        TornEnd = check.TornEnd;
        IsInOrder &= order.IsKept;
    }

    /// <summary>The events once more, the start of the run first and all in the order in which they were written. <see cref="Events"/> was read to its end before.</summary>
    /// <param name="run">What a run is called whose start cannot be read.</param>
    public IEnumerable<JournalEvent> Replay(string run)
    {
        if (_begin == default)
            return [];
        var events = new JournalReader(file).Events();
        if (IsInOrder)
            return events;
        var started = _started ?? new RunStarted(
            run, run[^Math.Min(run.Length, 6)..], null, null, "unknown", null, IsComplete: false, new Dictionary<string, string>(), new RunEnvironment("?", "?", "?", "?", null)) { Time = _begin.UnixNanoseconds };
        return events.Where(static e => e is not RunStarted).OrderBy(static e => e.Number).Prepend(started);
    }

    private JournalEvent Taken(JournalEvent what)
    {
        if (_begin == default)
            _begin = new Instant(what.Time);
        IsInOrder &= _started is not null || what is RunStarted;
        _started ??= what as RunStarted;
        return what;
    }
}
