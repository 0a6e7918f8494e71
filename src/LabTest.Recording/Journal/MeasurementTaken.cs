namespace LabTest.Recording.Journal;

/// <summary>A measurement was taken.</summary>
/// <param name="Test">The number of the start of its test; none where it belongs to the run.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The number; none for what is no scalar.</param>
/// <param name="Text">The text.</param>
/// <param name="Flag">Yes or no.</param>
/// <param name="Dataset">Where the numbers are in data.h5, for an array, a waveform or a table.</param>
/// <param name="Unit">What the numbers count.</param>
/// <param name="Uncertainty">The standard uncertainty, in the same unit; none where it is unknown.</param>
/// <param name="Samples">How many readings were averaged.</param>
/// <param name="Source">The path it was read from.</param>
/// <param name="Conditions">What was set on purpose meanwhile.</param>
/// <param name="Index">Which of several with the same name and conditions, from 0.</param>
/// <param name="Attempt">Which attempt of its test, from 1.</param>
internal sealed record MeasurementTaken(
    long? Test,
    string Name,
    double? Value,
    string? Text,
    bool? Flag,
    string? Dataset,
    string Unit,
    double? Uncertainty,
    int Samples,
    string? Source,
    IReadOnlyList<ConditionRecord> Conditions,
    int Index,
    int Attempt) : JournalEvent;
