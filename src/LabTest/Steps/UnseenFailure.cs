using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace LabTest.Steps;

/// <summary>
/// Whether somebody has seen that a task failed: awaited it, waited for it with others, or asked for its exception. The runtime keeps this for
/// <see cref="TaskScheduler.UnobservedTaskException"/>, which comes when the task is collected: for a verdict that is too late, and for a task in a field
/// it never comes. So it is read where the runtime keeps it.
/// </summary>
[SuppressMessage("Major Code Smell", "S3011", Justification = "There is no public way to ask; where the runtime keeps it no more, a failure counts as seen.")]
internal static class UnseenFailure
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly FieldInfo? Properties = typeof(Task).GetField("m_contingentProperties", Own);
    private static readonly FieldInfo? Holder = Properties?.FieldType.GetField("m_exceptionsHolder", Own);
    private static readonly FieldInfo? IsHandled = Holder?.FieldType.GetField("m_isHandled", Own);

    /// <summary>Whether nothing failed, or somebody knows.</summary>
    public static bool IsSeen(Task task) =>
        !task.IsFaulted || Properties?.GetValue(task) is not { } properties || Holder?.GetValue(properties) is not { } holder || IsHandled?.GetValue(holder) is not false;
}
