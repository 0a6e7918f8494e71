using LabTest.Recording.Assertions;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests.Reports;

/// <summary>A run with a test of every verdict, in a folder that goes away with it. No bench: what a station says is written as it would say it.</summary>
internal sealed partial class SampleRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunRecorder _run;

    public SampleRun(string? dut = "SN-1", bool isSimulated = true, bool isOverdue = false, TimeProvider? time = null)
    {
        _run = RunRecorder.Start(new RunOptions { Runs = _folder.Path, Name = "bench", Project = "Sample", Time = time ?? TimeProvider.System, Settings = new LabSettings { Dut = dut, Operator = "Ada" } });
        _run.Write(Station(isSimulated, isOverdue), _run.Now);
        _run.Write(new SettingsRead(new Dictionary<string, string> { ["psu.vdd.voltage"] = "3.3 V" }), _run.Now);
    }

    public RunFolder Folder => _run.Folder;

    public RunRecorder Recorder => _run;

    /// <summary>Runs a test: what it throws is its failure.</summary>
    public void Test(string method, Action<TestScope> body, string[]? traits = null, Condition[]? conditions = null, (string File, int Line)? place = null)
    {
        var scope = _run.BeginTest(new TestInfo
        {
            Id = $"Sample.Experiments.{method}",
            Class = "Sample.Experiments",
            Method = method,
            Name = method,
            Traits = (traits ?? []).ToDictionary(t => t, t => (IReadOnlyList<string>)[t + " value"]),
            Conditions = conditions ?? [],
            File = place?.File,
            Line = place?.Line,
        });
        try
        {
            body(scope);
            _run.FinishTest(scope, scope.Worst, cause: null, message: null);
        }
        catch (LimitException e)
        {
            _run.FinishTest(scope, scope.Worst, "assertion", e.Message);
        }
    }

    /// <summary>Skips a test.</summary>
    public void Skip(string method, string reason)
    {
        var scope = _run.BeginTest(new TestInfo { Id = $"Sample.Experiments.{method}", Class = "Sample.Experiments", Method = method, Name = method });
        _run.FinishTest(scope, Verdict.Skipped, cause: null, reason);
    }

    /// <summary>Records a measurement.</summary>
    public Measurement Record(TestScope scope, string name, MeasuredValue value, Quantity? uncertainty = null) =>
        _run.Record(scope, new MeasurementDraft(name, value, _run.Now) { Uncertainty = uncertainty });

    /// <inheritdoc cref="Record(TestScope, string, MeasuredValue, Quantity?)"/>
    public Measurement Record(TestScope scope, string name, Quantity value, Quantity? uncertainty = null) => Record(scope, name, new ScalarValue(value), uncertainty);

    /// <summary>A run as a day in a lab gives it.</summary>
    public SampleRun Everything()
    {
        Test("Holds_its_rail", t => Record(t, "rail", 3.3.Volts(), 1.Millivolts()).Should().BeWithin(3.25.Volts(), 3.35.Volts(), marginal: 10.Percent()), ["Category"]);
        Test("Is_close_to_its_limit", t => Record(t, "edge", 3.349.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts(), marginal: 10.Percent()));
        Test("Is_quiet", t => Record(t, "ripple", 64.Millivolts()).Should().BeAtMost(40.Millivolts()));
        Test("Has_its_firmware", t => Record(t, "firmware", new TextValue("1.2")).Should().Be("1.2"));
        for (var load = 0; load < 4; load++)
        {
            var at = (0.1 + load * 0.3).Amperes();
            Test("Is_efficient", t => Record(t, "efficiency", new Quantity(0.9 - load * 0.005, Unit.One)).Should().BeAtLeast(88.Percent()), conditions: [new Condition("load", at)]);
        }

        Test("Starts", t => Record(t, "startup", new WaveformValue(Ramp(5000))));
        Test("Waits", t => Record(t, "delay", 2.Milliseconds()));
        return this;
    }

    /// <summary>Ends the run and gives its report.</summary>
    public string Report()
    {
        _run.Finish().Should().BeEmpty();
        return File.ReadAllText(Folder.Report);
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    public static Waveform Ramp(int samples) =>
        new(Enumerable.Range(0, samples).Select(i => 3.3 * (1 - Math.Exp(-i * 8.0 / samples))).ToArray(), Unit.Parse("V"), 1.Microseconds(), (-1).Milliseconds());

    private static StationOpened Station(bool isSimulated, bool isOverdue) => new(
        "bench-1",
        "bench-1.yaml",
        "labtest: station/1",
        "abc",
        7,
        isSimulated ? "virtual" : "real",
        DecisionRule.Simple,
        [],
        [
            new InstrumentRecord("psu", "Bench supply", "acme/psu", "TCPIP0::10.0.0.5::5025::SOCKET", isSimulated, "ACME,PSU,123,1.0", "PSU", "123", "1.0",
                new CalibrationRecord("CAL-7", new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), isOverdue)),
        ],
        new Dictionary<string, string> { ["temperature"] = "23 °C" },
        new Dictionary<string, string> { ["product"] = "board" });
}
