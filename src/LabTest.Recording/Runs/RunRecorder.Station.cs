using LabTest.Instruments.Drivers;
using LabTest.Instruments.Safety;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

internal sealed partial class RunRecorder : IStationObserver
{
    /// <summary>The test that is under way; none between tests. Given by whoever runs tests.</summary>
    public Func<TestScope?> CurrentTest { get; set; } = static () => null;

    /// <inheritdoc/>
    public void Begins() => Refuse(Scope);

    /// <inheritdoc/>
    public void Began(Step step) => _ = Scope.Calls.Track(step);

    /// <summary>Refuses what a test asks for that has ended: nothing more is done to the station for it.</summary>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    /// <exception cref="OperationCanceledException">It was aborted.</exception>
    public void Refuse(TestScope scope)
    {
        if (scope is not { Test: { } test, Ended: { } ended })
            return;
        if (ended == Verdict.Aborted)
            throw new OperationCanceledException($"'{test.Name}' was aborted: it cannot use the station any more.");
        TooLate(scope, "The station was used");
        throw new InvalidOperationException($"'{test.Name}' has ended: it cannot use the station any more. Await every step before the test ends.");
    }

    /// <inheritdoc/>
    public void WasSet(ParameterPath path, ParameterValue value, bool isSigned, Instant time) =>
        Note(new ParameterSet(path.ToString(), Records.Text(value)) { Sign = isSigned ? null : ParameterSet.Sent }, time);

    /// <inheritdoc/>
    public void WasWrittenUnchecked(string alias, string command, Instant time) => Note(new UncheckedWrite(alias, command), time);

    /// <inheritdoc/>
    public void WasDone(string alias, string? channel, string action, SafetySign? sign, Instant time) =>
        Note(new ActionDone(alias, channel, action) { Sign = sign is { } known ? Records.Of(known) : null }, time);

    /// <inheritdoc/>
    public void Warned(string alias, string message, Instant time) => Note(new Warning(CurrentTest()?.Number, alias, message), time);

    /// <inheritdoc/>
    public void WasAbandoned(string station, StationClosing closing, Instant time) =>
        Note(new StationClosed([.. closing.Failures.Select(f => f.Message)]) { Instruments = [.. closing.SafeStates.Select(Records.Of)], Station = station }, time);
}
