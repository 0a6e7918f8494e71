using System.Text.Json.Serialization;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Cli.Json;

/// <summary>What <c>labtest show --json</c> says: a run, its tests and their measurements with their limits.</summary>
internal sealed record ShowDocument
{
    [JsonPropertyName("labtest")]
    public string Format { get; init; } = "show/1";

    public required RunItem Run { get; init; }

    public required IReadOnlyList<Test> Tests { get; init; }

    /// <summary>What was measured outside of tests.</summary>
    public required IReadOnlyList<Measured> Outside { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> NotMadeSafe { get; init; }

    /// <summary>How each instrument was left when the station was closed.</summary>
    public required IReadOnlyList<SafeState> SafeStates { get; init; }

    /// <summary>The report; null if it was not made.</summary>
    public string? Report { get; init; }

    public static ShowDocument Of(RunFolder folder, RunSummary summary, DateTimeOffset now) => new()
    {
        Run = RunItem.Of(folder, summary, now),
        Tests = [.. summary.Tests.Select(Test.Of)],
        Outside = [.. summary.Outside.Measurements.Select(Measured.Of)],
        Warnings = [.. summary.Warnings.Select(w => $"{w.Source}: {w.Message}")],
        NotMadeSafe = summary.NotMadeSafe,
        SafeStates = [.. SafetyNote.Of(summary).Select(n => new SafeState(n.Alias, n.Sign, n.Reason))],
        Report = File.Exists(folder.Report) ? folder.Report : null,
    };

    /// <summary>How an instrument was left.</summary>
    /// <param name="Instrument">The instrument.</param>
    /// <param name="Sign">How its safe state is known, such as <c>read_back</c>; <c>unconfirmed</c> where its outputs may be on.</param>
    /// <param name="Reason">Why there is no sign.</param>
    internal sealed record SafeState(string Instrument, string Sign, string? Reason);

    /// <summary>A test.</summary>
    internal sealed record Test
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required Verdict Verdict { get; init; }

        public string? Cause { get; init; }

        public string? Message { get; init; }

        public string? File { get; init; }

        public int? Line { get; init; }

        /// <summary>By the run's clock, in seconds.</summary>
        public double? Duration { get; init; }

        public required IReadOnlyList<ConditionRecord> Conditions { get; init; }

        /// <summary>How many measurements it recorded; of very many, not all are listed.</summary>
        public required long Count { get; init; }

        public required IReadOnlyList<Measured> Measurements { get; init; }

        public static Test Of(TestSummary test) => new()
        {
            Id = test.Started!.Id,
            Name = test.Started.Name,
            Verdict = test.Verdict,
            Cause = test.Finished?.Cause,
            Message = test.Finished?.Message,
            File = test.Started.File,
            Line = test.Started.Line,
            Duration = test.Finished is null ? null : test.Seconds,
            Conditions = test.Started.Conditions,
            Count = test.Count,
            Measurements = [.. test.Measurements.Select(Measured.Of)],
        };
    }

    /// <summary>A measurement.</summary>
    internal sealed record Measured
    {
        public required long Number { get; init; }

        public required string Name { get; init; }

        public double? Value { get; init; }

        public required string Unit { get; init; }

        /// <summary>The standard uncertainty, in the same unit.</summary>
        public double? Uncertainty { get; init; }

        public string? Text { get; init; }

        public bool? Flag { get; init; }

        public string? Dataset { get; init; }

        public required Verdict Verdict { get; init; }

        public required IReadOnlyList<LimitJudged> Limits { get; init; }

        public static Measured Of(MeasurementSummary measurement) => new()
        {
            Number = measurement.Taken.Number,
            Name = measurement.Taken.Name,
            Value = measurement.Taken.Value,
            Unit = measurement.Taken.Unit,
            Uncertainty = measurement.Taken.Uncertainty,
            Text = measurement.Taken.Text,
            Flag = measurement.Taken.Flag,
            Dataset = measurement.Taken.Dataset,
            Verdict = measurement.Verdict,
            Limits = measurement.Limits,
        };
    }
}
