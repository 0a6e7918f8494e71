namespace LabTest.Xunit.Running;

/// <summary>What the record says of a failure.</summary>
internal static class FailureTexts
{
    /// <summary>The messages of an exception and of those it wraps: all of them, since the cause is as a rule the last.</summary>
    public static string? Of(IReadOnlyList<string?>? messages) => messages is null
        ? null
        : string.Join(": ", messages.Where(m => !string.IsNullOrWhiteSpace(m)).Distinct(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;
}
