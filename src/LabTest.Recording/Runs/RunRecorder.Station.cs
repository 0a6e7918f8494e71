using LabTest.Instruments.Drivers;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

internal sealed partial class RunRecorder : IStationObserver
{
    /// <summary>The test that is under way; none between tests. Given by whoever runs tests.</summary>
    public Func<TestScope?> CurrentTest { get; set; } = static () => null;

    /// <inheritdoc/>
    public void WasSet(ParameterPath path, ParameterValue value, Instant time) => Note(new ParameterSet(path.ToString(), Records.Text(value)), time);

    /// <inheritdoc/>
    public void WasWrittenUnchecked(string alias, string command, Instant time) => Note(new UncheckedWrite(alias, command), time);

    /// <inheritdoc/>
    public void WasDone(string alias, string? channel, string action, Instant time) => Note(new ActionDone(alias, channel, action), time);

    /// <inheritdoc/>
    public void Warned(string alias, string message, Instant time) => Note(new Warning(CurrentTest()?.Number, alias, message), time);
}
