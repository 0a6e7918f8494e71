namespace LabTest.Recording.Journal;

/// <summary>What the parts of an event must be, beyond being there, for the files that are made from it.</summary>
internal static class JournalRules
{
    /// <summary>What is wrong with an event; null if nothing is.</summary>
    public static string? Problem(JournalEvent what) => what switch
    {
        MeasurementTaken e => Unit(e.Unit) ?? Conditions(e.Conditions) ?? (e.Dataset is { } path ? Path(path) : null),
        LimitJudged e => Unit(e.Unit) ?? Defined(e.Verdict),
        RunStarted e => Given(e.Arguments.Values, "an argument"),
        SettingsRead e => Given(e.Settings.Values, "a setting"),
        StationClosed e => Given(e.Failures, "a failure") ?? Given(e.Instruments, "an instrument"),
        TestStarted e => Conditions(e.Conditions) ?? (e.Traits.Values.Any(static t => t is null || t.Any(static v => v is null)) ? "a trait has no values" : null),
        TestFinished e => Defined(e.Verdict),
        RunFinished e => Defined(e.Verdict),
        TableStarted e => e.Columns.Count == 0 ? "the table has no columns" : Path(e.Table) ?? Each(e.Columns, static c => c is null ? "a column is empty" : Unit(c.Unit)),
        ArrayStored e => Unit(e.Unit) ?? (e.AxisUnit is { } axis ? Unit(axis) : null) ?? Path(e.Dataset),
        StationOpened e => Given(e.Instruments, "an instrument") ?? Given(e.Profiles, "a profile") ?? Given(e.Conditions.Values, "a condition") ?? Given(e.Dut.Values, "a value of the DUT"),
        _ => null,
    };

    private static string? Given(IEnumerable<object?> items, string what) => items.Any(static i => i is null) ? $"{what} is empty" : null;

    private static string? Unit(string symbol) => LabTest.Unit.TryParse(symbol, out _) ? null : $"there is no unit '{symbol}'";

    private static string? Conditions(IReadOnlyList<ConditionRecord> conditions) => Each(conditions, static c => c is null ? "a condition is empty" : Unit(c.Unit ?? ""));

    private static string? Defined(Verdict verdict) => Enum.IsDefined(verdict) ? null : $"there is no verdict {verdict}";

    private static string? Path(string path) => path.StartsWith('/') ? null : $"'{path}' is not a place in data.h5";

    private static string? Each<T>(IReadOnlyList<T> items, Func<T, string?> problem)
    {
        foreach (var item in items)
        {
            if (problem(item) is { } found)
                return found;
        }

        return null;
    }
}
