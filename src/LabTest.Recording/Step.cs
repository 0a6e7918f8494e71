using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace LabTest.Recording;

/// <summary>
/// Something that a bench does, and is awaited: <c>await station.Set(…)</c>. A step that nobody awaits makes its test an Error, whatever it came to.
/// Passing it on is awaiting it: to <see cref="Task.WhenAll(Task[])"/>, from a helper or a test that returns <see cref="Task"/>, or by <see cref="AsTask"/>.
/// </summary>
public class Step
{
    private protected readonly Task _task;
    private readonly string _method;
    private readonly string _subject;

    internal Step(Task task, string method, string subject)
    {
        _task = task;
        _method = method;
        _subject = subject;
    }

    /// <summary>Whether somebody waits for it, or has taken it to do so.</summary>
    internal bool IsTaken { get; private set; }

    /// <summary>Whether it is over.</summary>
    internal bool IsCompleted => _task.IsCompleted;

    /// <summary>A step as a task.</summary>
    public static implicit operator Task(Step step) => (step ?? throw new ArgumentNullException(nameof(step))).AsTask();

    /// <summary>Awaits it.</summary>
    public TaskAwaiter GetAwaiter() => AsTask().GetAwaiter();

    /// <summary>Awaits it, and goes on wherever it ended or where it was awaited.</summary>
    /// <param name="continueOnCapturedContext">Whether to go on in the context in which it was awaited.</param>
    public ConfiguredTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) => AsTask().ConfigureAwait(continueOnCapturedContext);

    /// <summary>The step as a task, to wait for several at once; whoever takes it has to await it.</summary>
    public Task AsTask()
    {
        Take();
        return _task;
    }

    /// <summary>As it is written, such as <c>Set("psu.vdd.voltage")</c>.</summary>
    public override string ToString() => $"{_method}({(_subject.Length == 0 ? "" : $"\"{_subject}\"")})";

    /// <summary>As it is written, with what it failed with.</summary>
    internal string Describe() => _task.Exception is { InnerException: { } failure } ? $"{this} ({failure.Message})" : ToString();

    /// <summary>Gives it a while to end, since it still acts on the station. What it comes to is not thrown.</summary>
    [SuppressMessage("Usage", "VSTHRD002", Justification = "The test is over; nothing else can wait for what it left.")]
    internal void WaitAtMost(TimeSpan patience) => ((IAsyncResult)_task).AsyncWaitHandle.WaitOne(patience);

    private protected void Take() => IsTaken = true;
}
