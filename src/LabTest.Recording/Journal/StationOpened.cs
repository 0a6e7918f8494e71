namespace LabTest.Recording.Journal;

/// <summary>The instruments of a station are open.</summary>
/// <param name="Name">The station.</param>
/// <param name="File">Its file.</param>
/// <param name="Text">Its text.</param>
/// <param name="Hash">SHA-256 of the text.</param>
/// <param name="Seed">What simulated noise is made from.</param>
/// <param name="Clock">real or virtual.</param>
/// <param name="Decision">How uncertainty enters a verdict.</param>
/// <param name="Profiles">The profiles, with their texts.</param>
/// <param name="Instruments">The instruments.</param>
/// <param name="Conditions">The conditions on the bench.</param>
/// <param name="Dut">What the station says of the device under test.</param>
internal sealed record StationOpened(
    string Name,
    string File,
    string Text,
    string Hash,
    int Seed,
    string Clock,
    DecisionRule Decision,
    IReadOnlyList<ProfileText> Profiles,
    IReadOnlyList<InstrumentRecord> Instruments,
    IReadOnlyDictionary<string, string> Conditions,
    IReadOnlyDictionary<string, string> Dut) : JournalEvent;
