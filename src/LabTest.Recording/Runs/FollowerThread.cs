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
    private readonly HashSet<IRunFollower> _broken = [];
    private readonly List<Exception> _failures = [];
    private readonly Thread _thread;
    private bool _isFinished;

    public FollowerThread(IReadOnlyList<IRunFollower> followers)
    {
        _followers = followers;
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

        return _failures;
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
            Each(f => needsFlush |= f.Flush());
            flushedAt = Environment.TickCount64;
        }

        Each(static f => f.Finish());
        foreach (var follower in _followers)
            follower.Dispose();
    }

    private void Follow(Item item)
    {
        Each(f => f.Follow(item.What, item.Data));
        item.Storing?.End(_failures.Count == 0 ? null : _failures[0]);
    }

    // A follower that fails is left out from then on: what it makes can be made again from the journal.
    private void Each(Action<IRunFollower> act)
    {
        foreach (var follower in _followers)
        {
            if (_broken.Contains(follower))
                continue;
            try
            {
                act(follower);
            }
            catch (Exception e)
            {
                _broken.Add(follower);
                _failures.Add(ExceptionDispatchInfo.SetCurrentStackTrace(new RecordingException(
                    $"{e.Message} The journal is complete; 'labtest recover' makes the other files from it once the cause is gone.", e)));
            }
        }
    }

    private readonly record struct Item(JournalEvent What, MeasuredValue? Data, Storing? Storing);
}
