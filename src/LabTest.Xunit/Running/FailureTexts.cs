namespace LabTest.Xunit.Running;

/// <summary>What the record says of a failure.</summary>
internal static class FailureTexts
{
    /// <summary>The messages of an exception and of those it wraps, the cause as a rule last; what says nothing new is left out.</summary>
    public static string? Of(IReadOnlyList<string?>? messages)
    {
        List<string> told = [];
        foreach (var message in (messages ?? []).OfType<string>().Select(m => m.Trim()).Where(m => m.Length > 0))
        {
            var isFixture = IsFixture(message);
            if (!(isFixture && messages!.Count > 1) && !told.Any(t => t.Contains(message.TrimEnd('.'), StringComparison.Ordinal)))
                told.Add(message);
        }

        return told.Count == 0 ? null : string.Join(": ", told);
    }

    // xUnit's wrapping of what a fixture throws: "Assembly fixture type 'LabTest.Fixtures.Station' threw in InitializeAsync".
    public static bool IsFixture(string message) =>
        message.Contains(" fixture type '", StringComparison.Ordinal) && message.Contains("' threw in ", StringComparison.Ordinal);
}
