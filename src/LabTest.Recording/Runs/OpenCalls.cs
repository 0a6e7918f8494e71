namespace LabTest.Recording.Runs;

/// <summary>
/// The bench's calls of one test that are under way. One that is left when the test ends was not awaited: what it does, and the verdict it comes to,
/// would belong to nothing.
/// </summary>
internal sealed class OpenCalls
{
    private const int Swept = 64;

    private readonly Lock _lock = new();
    private List<(Task Task, string Method, string Subject)> _calls = [];

    /// <summary>Remembers a call until it is complete.</summary>
    public T Track<T>(T task, string method, string subject)
        where T : Task
    {
        if (task.IsCompleted)
            return task;
        lock (_lock)
        {
            if (_calls.Count >= Swept)
                _calls.RemoveAll(static c => c.Task.IsCompleted);
            _calls.Add((task, method, subject));
        }

        return task;
    }

    /// <summary>Gives the calls that are left a while to end, since they still act on the station.</summary>
    /// <returns>What they are, as they are written: <c>Measure("rail")</c>.</returns>
    public IReadOnlyList<string> Left(TimeSpan patience)
    {
        List<(Task Task, string Method, string Subject)> left;
        lock (_lock)
        {
            left = [.. _calls.Where(static c => !c.Task.IsCompleted)];
            _calls = [];
        }

        foreach (var (task, _, _) in left)
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne(patience);
        return [.. left.Select(static c => $"{c.Method}(\"{c.Subject}\")").Distinct()];
    }
}
