namespace LabTest.Recording.Journal;

/// <summary>A run begins.</summary>
/// <param name="Run">The run: date, time, station and a random part.</param>
/// <param name="Batch">What runs of one start share.</param>
/// <param name="Dut">The serial number of the device under test.</param>
/// <param name="Operator">Who runs it.</param>
/// <param name="Project">What is run: the assembly or script.</param>
/// <param name="Filter">What was selected, as it was asked for; none for everything.</param>
/// <param name="IsComplete">Whether nothing was filtered out.</param>
/// <param name="Arguments">What was set for this run (--lab-set).</param>
/// <param name="Environment">What it runs on.</param>
/// <param name="Format">The format of the journal, from 2; null in journals of the first format, whose lines have no checksum.</param>
/// <param name="Process">The id of the process that writes it; null in journals of the first format.</param>
/// <param name="IsProduction">Whether it is a production run, in which a skipped test is an Error.</param>
internal sealed record RunStarted(
    string Run,
    string Batch,
    string? Dut,
    string? Operator,
    string Project,
    string? Filter,
    bool IsComplete,
    IReadOnlyDictionary<string, string> Arguments,
    RunEnvironment Environment,
    int? Format = null,
    int? Process = null,
    bool IsProduction = false) : JournalEvent;
