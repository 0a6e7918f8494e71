using LabTest.Recording.Runs;

namespace LabTest.Xunit.Running;

/// <summary>What the record says of a failure.</summary>
internal static class FailureTexts
{
    /// <summary>What is said of tests that the station kept from running.</summary>
    public const string Station = "The station did not open";

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

    /// <summary>The line of the experiments where an exception, or the innermost that it wraps, was thrown; null where no stack names one.</summary>
    public static SourcePlace? PlaceIn(IReadOnlyList<string?>? stacks, string? own) => SourcePlace.In(string.Join('\n', (stacks ?? []).Reverse()), own);

    /// <summary>The fixture that could not be made and kept a test from running, in short; null where the test itself failed.</summary>
    public static string? FixtureIn(IReadOnlyList<string?>? messages) => messages is [{ } first, _, ..] && IsFixture(first) ? Fixture(first) : null;

    // xUnit's wrapping of what a fixture throws: "Assembly fixture type 'LabTest.Fixtures.Station' threw in InitializeAsync".
    private static bool IsFixture(string message) =>
        message.Contains(" fixture type '", StringComparison.Ordinal) && message.Contains("' threw in ", StringComparison.Ordinal);

    /// <summary>What a message of a fixture that could not be made comes to, in short.</summary>
    private static string Fixture(string message) => message.Contains("'LabTest.Fixtures.Station'", StringComparison.Ordinal)
        ? Station
        : message[..message.IndexOf("' threw in ", StringComparison.Ordinal)].Replace(" fixture type '", " fixture ", StringComparison.Ordinal) + " could not be made";
}
