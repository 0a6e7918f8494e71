using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>
/// Hands events to the followers on a thread of its own, in their order. The queue is bounded: who records faster than the files take it waits,
/// and nothing is dropped. Numbers that are not in the journal are waited for until they are in a file.
/// </summary>
internal sealed class FollowerThread : IDisposable
{
    private const int MostWaiting = 16_384;
    private const int FlushMilliseconds = 100;

    private readonly BlockingCollection<Item> _queue = new(MostWaiting);
    private readonly IReadOnlyList<IRunFollower> _followers;
    private readonly Action<JournalEvent, string> _skipped;
    private readonly Dictionary<IRunFollower, Exception> _broken = [];
    private readonly Thread _thread;
    private bool _isFinished;

    /// <summary>Begins to follow.</summary>
    /// <param name="followers">Those that follow.</param>
    /// <param name="skipped">Told, on the thread, what one of them could not take, after which it went on.</param>
    public FollowerThread(IReadOnlyList<IRunFollower> followers, Action<JournalEvent, string> skipped)
    {
        _followers = followers;
        _skipped = skipped;
        _thread = new Thread(Run) { IsBackground = true, Name = "LabTest recorder" };
        _thread.Start();
    }

    /// <summary>Queues an event.</summary>
    /// <param name="what">The event.</param>
    /// <param name="data">The numbers it refers to.</param>
    /// <param name="storing">Told when the numbers are in a file.</param>
    public void Add(JournalEvent what, MeasuredValue? data, Storing? storing) => _queue.Add(new Item(what, data, storing));

    /// <summary>Waits until all events were followed and all files are closed.</summary>
    /// <returns>What went wrong with a follower; the others went on without it.</returns>
    public IReadOnlyList<Exception> Finish()
    {
        if (!_isFinished)
        {
            _isFinished = true;
            _queue.CompleteAdding();
            _thread.Join();
        }

        return [.. _broken.Values];
    }

    public void Dispose()
    {
        Finish();
        _queue.Dispose();
    }

    private void Run()
    {
        var needsFlush = false;
        var flushedAt = Environment.TickCount64;
        while (!_queue.IsCompleted)
        {
            if (_queue.TryTake(out var next, FlushMilliseconds))
            {
                Follow(next);
                needsFlush = true;
            }

            if (!needsFlush || Environment.TickCount64 - flushedAt < FlushMilliseconds)
                continue;
            needsFlush = false;
            foreach (var follower in _followers)
                Do(follower, f => needsFlush |= f.Flush());
            flushedAt = Environment.TickCount64;
        }

        foreach (var follower in _followers)
        {
            Do(follower, static f => f.Finish());
            Do(follower, static f => f.Dispose());
            if (_broken.ContainsKey(follower))
                Close(follower);
        }
    }

    private void Follow(Item item)
    {
        Exception? notStored = null;
        foreach (var follower in _followers)
        {
            if (Follow(follower, item) is not { } failure)
                continue;
            if (follower.HoldsNumbers)
                notStored = failure;
            if (failure is SkippedException)
                _skipped(item.What, failure.Message);
        }

        item.Storing?.End(notStored switch
        {
            SkippedException => ExceptionDispatchInfo.SetCurrentStackTrace(new RecordingException($"The numbers were not stored: {notStored.Message}", notStored)),
            _ => notStored,
        });
    }

    private Exception? Follow(IRunFollower follower, in Item item)
    {
        if (_broken.TryGetValue(follower, out var before))
            return before;
        try
        {
            follower.Follow(item.What, item.Data);
            return null;
        }
        catch (SkippedException e)
        {
            return e;
        }
        catch (Exception e)
        {
            return Break(follower, e);
        }
    }

    private void Do(IRunFollower follower, Action<IRunFollower> act)
    {
        if (_broken.ContainsKey(follower))
            return;
        try
        {
            act(follower);
        }
        catch (Exception e)
        {
            Break(follower, e);
        }
    }

    // One that fails is left out from then on: what it makes can be rebuilt from the journal.
    private Exception Break(IRunFollower follower, Exception cause) => _broken[follower] = ExceptionDispatchInfo.SetCurrentStackTrace(new RecordingException(
        $"{cause.Message.TrimEnd('.')}. {(follower.HoldsNumbers ? "The journal has all but the numbers of waveforms and arrays" : "The journal has it all")}; 'labtest recover' rebuilds the other files from it once the cause is gone.",
        cause));

    // Its file is what it is; a handle must not be left, and no exception ends the process.
    private static void Close(IRunFollower follower)
    {
        try
        {
            follower.Dispose();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Why it is broken was told already.
        }
    }

    private readonly record struct Item(JournalEvent What, MeasuredValue? Data, Storing? Storing);
}
