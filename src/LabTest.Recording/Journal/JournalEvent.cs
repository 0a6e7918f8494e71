using System.Text.Json.Serialization;

namespace LabTest.Recording.Journal;

/// <summary>One line of a run's journal (<c>events.jsonl</c>): what happened, in the order it happened.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(RunStarted), "run_started")]
[JsonDerivedType(typeof(StationOpened), "station_opened")]
[JsonDerivedType(typeof(SettingsRead), "settings_read")]
[JsonDerivedType(typeof(TestStarted), "test_started")]
[JsonDerivedType(typeof(MeasurementTaken), "measurement")]
[JsonDerivedType(typeof(LimitJudged), "limit")]
[JsonDerivedType(typeof(ParameterSet), "set")]
[JsonDerivedType(typeof(UncheckedWrite), "unchecked_write")]
[JsonDerivedType(typeof(ActionDone), "action")]
[JsonDerivedType(typeof(Warning), "warning")]
[JsonDerivedType(typeof(TableStarted), "table_started")]
[JsonDerivedType(typeof(TableRowTaken), "row")]
[JsonDerivedType(typeof(TableFinished), "table_finished")]
[JsonDerivedType(typeof(ArrayStored), "array")]
[JsonDerivedType(typeof(OutputWritten), "output")]
[JsonDerivedType(typeof(DiagnosticSent), "diagnostic")]
[JsonDerivedType(typeof(FileKept), "file")]
[JsonDerivedType(typeof(TestFinished), "test_finished")]
[JsonDerivedType(typeof(StationClosed), "station_closed")]
[JsonDerivedType(typeof(RunFinished), "run_finished")]
internal abstract record JournalEvent
{
    /// <summary>The place in the run, from 1.</summary>
    [JsonPropertyName("n")]
    [JsonPropertyOrder(-3)]
    public long Number { get; init; }

    /// <summary>When: nanoseconds since 1970-01-01T00:00:00Z.</summary>
    [JsonPropertyName("t")]
    [JsonPropertyOrder(-2)]
    public long Time { get; init; }
}
