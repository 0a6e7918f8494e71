using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <content>How a run ends, and what could not be recorded.</content>
internal sealed partial class RunRecorder
{
    /// <summary>Ends the run: the last line of the journal, then every file that is made from it.</summary>
    /// <param name="cause">Why it was stopped, or what is wrong with it beside its tests; null for a run that came to its end.</param>
    /// <param name="verdict">The least verdict it gets, such as Aborted after a signal.</param>
    /// <returns>What could not be made.</returns>
    public IReadOnlyList<Exception> Finish(string? cause = null, Verdict verdict = Verdict.NotSet)
    {
        lock (_finishing)
        {
            if (_isFinished)
                return [];
            FreeHandles();
            CheckAttachments();
            KeepFiles();
            Sync();
            var end = new RunFinished(_verdict.Worst.Worse(verdict), cause, _options.Filter is null && verdict != Verdict.Aborted);

            // The other files come to their end first: where one cannot, the last line of the journal says so.
            lock (_order)
            {
                _isFinished = true;
                _followers.Add(end with { Time = Now.UnixNanoseconds }, data: null, storing: null);
            }

            var failures = _followers.Finish().ToList();
            Check();
            End(end, failures);
            var derived = Derived.Write(Folder, _summary);
            if (derived.Count > 0)
            {
                failures.AddRange(derived);
                End(end, failures);
                Derived.Write(Folder, _summary);
            }

            return InOne(failures);
        }
    }

    /// <summary>Ends a run as Aborted that was over and closed: it turns out that its script did not come to its end.</summary>
    /// <param name="cause">What ended the script.</param>
    /// <exception cref="RecordingException">The journal cannot be written any more.</exception>
    public void EndAgain(string cause)
    {
        lock (_finishing)
        {
            using var held = TakeLock(Folder);
            if (held is null)
                return;
            using var journal = _journal.Continue(_options.Time);
            var last = journal.Write(new RunFinished(_verdict.Worst.Worse(Verdict.Aborted), cause, IsComplete: false) { Lines = journal.Lines + 1 }, Now);
            journal.Sync();
            _summary.Take(last);
            Derived.Write(Folder, _summary);
        }
    }

    // A disk that is full has many files that cannot be written, and is one error.
    private IReadOnlyList<Exception> InOne(List<Exception> failures)
    {
        if (failures.Count < 2)
            return failures;
        string[] wanted = [Folder.Measurements, Folder.Data, Folder.RunJson, Folder.Report];
        var others = failures.Skip(1).Select(f => wanted.FirstOrDefault(w => f.Message.Contains(w, StringComparison.Ordinal)) is { } file ? Path.GetFileName(file) : f.Message).Distinct();
        return [new RecordingException($"{failures[0].Message} Not whole are also: {string.Join(", ", others)}. 'labtest recover' rebuilds them once the cause is gone.", failures[0])];
    }

    // What was recorded is read once more, before the last line says what the run came to.
    private void Check()
    {
        try
        {
            _journal.Check();
        }
        catch (RecordingException e)
        {
            Failed(e);
        }
    }

    private void Sync()
    {
        try
        {
            _journal.Sync();
        }
        catch (RecordingException e)
        {
            Failed(e);
        }
    }

    private RecordingException Failed(RecordingException failure)
    {
        _failure ??= failure;
        return failure;
    }

    /// <summary>Writes the last line of the journal. Where something could not be recorded the run is an Error; where that shows only later, another such line follows.</summary>
    private void End(RunFinished end, List<Exception> failures)
    {
        int told;
        do
        {
            Tell(failures);
            told = failures.Count;
            var last = told == 0 ? end : end with { Verdict = end.Verdict.Worse(Verdict.Error), Cause = end.Cause ?? failures[0].Message, IsComplete = false };
            last = last with { Lines = _journal.Lines + 1 };
            try
            {
                last = _journal.Write(last, Now);
            }
            catch (RecordingException e)
            {
                Failed(e);
            }

            Sync();
            Tell(failures);
            _summary.Take(last);
        }
        while (failures.Count > told);
    }

    private void Tell(List<Exception> failures)
    {
        if (_failure is { } failure && !failures.Contains(failure))
            failures.Insert(0, failure);
    }

    // Called on the followers' thread too.
    private void Skipped(JournalEvent what, string message)
    {
        if (++_skipped > MostSkipped)
            return;
        var test = what switch { TestStarted e => e.Number, MeasurementTaken e => e.Test, LimitJudged e => e.Test, TestFinished e => e.Test, _ => null };
        var text = _skipped < MostSkipped ? message : $"{message} It is the {MostSkipped}th thing that is left out of a file; more are not told.";
        try
        {
            _summary.Take(_journal.Write(new Warning(test, "record", text), Now));
        }
        catch (RecordingException e)
        {
            Failed(e);
        }
    }
}
