using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>What is said of an instrument's safe state in terminal, table and report.</summary>
/// <param name="Alias">The instrument.</param>
/// <param name="Sign">How the safe state is known, as the record has it.</param>
/// <param name="Reason">Why there is no sign; null where there is one.</param>
internal sealed record SafetyNote(string Alias, string Sign, string? Reason)
{
    /// <summary>Whether its outputs may be on.</summary>
    public bool IsAlarm => Sign == SafeStateRecord.NotConfirmed;

    /// <summary>The sign in words: <c>read back</c>.</summary>
    public string Words => Sign switch
    {
        "read_back" => "read back",
        "error_queue" => "error queue empty",
        "operation_complete" => "*OPC? answered",
        "acknowledged" => "acknowledged",
        SafeStateRecord.NoSign => "cannot be confirmed",
        SafeStateRecord.NotConfirmed => "not confirmed",
        _ => Sign,
    };

    /// <summary>The instruments of a run by the signs of their safe states: what the closed station says, before that those that can give no sign.</summary>
    public static IReadOnlyList<SafetyNote> Of(RunSummary summary)
    {
        var closed = (summary.Closed?.Instruments ?? []).Select(i => new SafetyNote(i.Alias, i.Sign, i.Reason)).ToList();
        closed.AddRange((summary.Station?.Instruments ?? [])
            .Where(i => i.NoSign is not null && closed.TrueForAll(c => c.Alias != i.Alias))
            .Select(i => new SafetyNote(i.Alias, SafeStateRecord.NoSign, i.NoSign)));
        return closed;
    }

    /// <summary>Those that gave no sign: what every run repeats.</summary>
    public static IReadOnlyList<SafetyNote> WithoutSign(RunSummary summary) =>
        [.. Of(summary).Where(n => n.Sign is SafeStateRecord.NoSign or SafeStateRecord.NotConfirmed).Distinct().OrderByDescending(n => n.IsAlarm)];
}
