using System.Diagnostics.CodeAnalysis;
using LabTest.Steps;

namespace LabTest;

/// <summary>
/// Something that a bench or an instrument does, and is awaited: <c>await station.Set(…)</c>. A step that nobody awaits makes its test an Error, whatever it came to.
/// Passing it on is awaiting it: to <see cref="Task.WhenAll(Task[])"/>, from a helper or a test that returns <see cref="Task"/>, or by <see cref="AsTask"/>.
/// </summary>
public class Step
{
    private protected readonly Task _task;
    private readonly string _method;
    private readonly string _subject;
    private bool _isAwaited;
    private bool _isGivenAsTask;

    internal Step(Task task, string method, string subject)
    {
        _task = task;
        _method = method;
        _subject = subject;
    }

    /// <summary>Whether it is over.</summary>
    internal bool IsCompleted => _task.IsCompleted;

    /// <summary>
    /// Whether it is over and somebody knows it. Of a task that was taken nobody can say whether it was awaited once it had succeeded; where it failed, somebody
    /// has to have seen that.
    /// </summary>
    internal bool IsSettled => IsCompleted && (_isAwaited || (_isGivenAsTask && UnseenFailure.IsSeen(_task)));

    /// <summary>A step as a task.</summary>
    public static implicit operator Task(Step step) => (step ?? throw new ArgumentNullException(nameof(step))).AsTask();

    /// <summary>Awaits it.</summary>
    public StepAwaiter GetAwaiter() => new(this, _task, continueOnCapturedContext: true);

    /// <summary>Awaits it, and goes on wherever it ended or where it was awaited.</summary>
    /// <param name="continueOnCapturedContext">Whether to go on in the context in which it was awaited.</param>
    public StepAwaiter ConfigureAwait(bool continueOnCapturedContext) => new(this, _task, continueOnCapturedContext);

    /// <summary>The step as a task, to wait for several at once; whoever takes it has to await it.</summary>
    public Task AsTask()
    {
        GiveAsTask();
        return _task;
    }

    /// <summary>As it is written, such as <c>Set("psu.vdd.voltage")</c>.</summary>
    public override string ToString() => $"{_method}({(_subject.Length == 0 ? "" : $"\"{_subject}\"")})";

    /// <summary>As it is written, with what it failed with.</summary>
    internal string Describe() => _task.Exception is { InnerException: { } failure } ? $"{this} ({failure.Message})" : ToString();

    /// <summary>Gives it a while to end, since it still acts on the station. What it comes to is not thrown.</summary>
    [SuppressMessage("Usage", "VSTHRD002", Justification = "The test is over; nothing else can wait for what it left.")]
    internal void WaitAtMost(TimeSpan patience) => ((IAsyncResult)_task).AsyncWaitHandle.WaitOne(patience);

    /// <summary>Somebody asks what it came to.</summary>
    internal void Await() => _isAwaited = true;

    private protected void GiveAsTask() => _isGivenAsTask = true;
}

/// <summary>Something that a bench or an instrument does and that gives a value when it is awaited: <c>Quantity now = await station.Read(…)</c>.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <inheritdoc cref="Step"/>
[SuppressMessage("Design", "MA0053", Justification = "A measurement that is under way is one, in another assembly.")]
public class Step<T> : Step
{
    internal Step(Task<T> task, string method, string subject)
        : base(task, method, subject)
    {
    }

    /// <summary>A step as a task.</summary>
    public static implicit operator Task<T>(Step<T> step) => (step ?? throw new ArgumentNullException(nameof(step))).AsTask();

    /// <summary>A step as a task, its value aside.</summary>
    public static implicit operator Task(Step<T> step) => (step ?? throw new ArgumentNullException(nameof(step))).AsTask();

    /// <inheritdoc cref="Step.GetAwaiter"/>
    public new StepAwaiter<T> GetAwaiter() => new(this, (Task<T>)_task, continueOnCapturedContext: true);

    /// <inheritdoc cref="Step.ConfigureAwait"/>
    public new StepAwaiter<T> ConfigureAwait(bool continueOnCapturedContext) => new(this, (Task<T>)_task, continueOnCapturedContext);

    /// <inheritdoc cref="Step.AsTask"/>
    public new Task<T> AsTask()
    {
        GiveAsTask();
        return (Task<T>)_task;
    }
}
