using System.Runtime.CompilerServices;

namespace LabTest.Recording;

/// <summary>Something that a bench does and that gives a value when it is awaited: <c>Quantity now = await station.Read(…)</c>.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <inheritdoc cref="Step"/>
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
    public new TaskAwaiter<T> GetAwaiter() => AsTask().GetAwaiter();

    /// <inheritdoc cref="Step.ConfigureAwait"/>
    public new ConfiguredTaskAwaitable<T> ConfigureAwait(bool continueOnCapturedContext) => AsTask().ConfigureAwait(continueOnCapturedContext);

    /// <inheritdoc cref="Step.AsTask"/>
    public new Task<T> AsTask()
    {
        Take();
        return (Task<T>)_task;
    }
}
