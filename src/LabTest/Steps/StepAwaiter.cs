using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace LabTest.Steps;

/// <summary>
/// What <c>await</c> asks of a step. The step counts as awaited from when somebody asks for its result, as <c>await</c> does when it goes on: an awaiter that
/// is taken and dropped, or that only calls back when the step is over, awaits nothing.
/// </summary>
public readonly struct StepAwaiter : ICriticalNotifyCompletion
{
    private readonly Step _step;
    private readonly ConfiguredTaskAwaitable.ConfiguredTaskAwaiter _task;

    internal StepAwaiter(Step step, Task task, bool continueOnCapturedContext)
    {
        _step = step;
        _task = task.ConfigureAwait(continueOnCapturedContext).GetAwaiter();
    }

    /// <summary>Whether the step is over.</summary>
    public bool IsCompleted => _task.IsCompleted;

    /// <summary>Itself, so that <c>await step.ConfigureAwait(false)</c> is <c>await</c> as ever.</summary>
    public StepAwaiter GetAwaiter() => this;

    /// <summary>Waits until the step is over; throws what it failed with.</summary>
    [SuppressMessage("Usage", "VSTHRD002", Justification = "This is what await itself calls.")]
    public void GetResult()
    {
        _step.Await();
        _task.GetResult();
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => _task.OnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => _task.UnsafeOnCompleted(continuation);
}

/// <summary>What <c>await</c> asks of a step that gives a value.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <inheritdoc cref="StepAwaiter"/>
public readonly struct StepAwaiter<T> : ICriticalNotifyCompletion
{
    private readonly Step<T> _step;
    private readonly ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter _task;

    internal StepAwaiter(Step<T> step, Task<T> task, bool continueOnCapturedContext)
    {
        _step = step;
        _task = task.ConfigureAwait(continueOnCapturedContext).GetAwaiter();
    }

    /// <inheritdoc cref="StepAwaiter.IsCompleted"/>
    public bool IsCompleted => _task.IsCompleted;

    /// <inheritdoc cref="StepAwaiter.GetAwaiter"/>
    public StepAwaiter<T> GetAwaiter() => this;

    /// <summary>Waits until the step is over and gives its value; throws what it failed with.</summary>
    [SuppressMessage("Usage", "VSTHRD002", Justification = "This is what await itself calls.")]
    public T GetResult()
    {
        _step.Await();
        return _task.GetResult();
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => _task.OnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => _task.UnsafeOnCompleted(continuation);
}
