using LabTest.Instruments.Drivers;
using LabTest.Instruments.Safety;

namespace LabTest.Instruments.Checking;

/// <summary>Counts what a self-check does and keeps what goes wrong, each failure with its place and the check going on behind it.</summary>
internal sealed class SelfCheckLog(string name) : IStationObserver
{
    private readonly List<SelfCheckProblem> _problems = [];
    private string _path = "";

    public int Settings { get; set; }

    public int Values { get; set; }

    public int Readings { get; set; }

    public int Waveforms { get; set; }

    public int Actions { get; set; }

    /// <summary>Tries something.</summary>
    /// <returns>Whether it worked.</returns>
    public async ValueTask<bool> Try(string path, Func<ValueTask> attempt)
    {
        _path = path;
        var before = _problems.Count;
        try
        {
            await attempt().ConfigureAwait(false);
        }
        catch (LabTestException e)
        {
            Add(e is InstrumentException instrument ? instrument.Reason : e.Message);
        }

        return _problems.Count == before;
    }

    /// <summary>Notes a problem with what is being tried.</summary>
    public void Add(string message) => _problems.Add(new SelfCheckProblem(_path, message));

    public SelfCheckReport Report() => new(name)
    {
        Settings = Settings, Values = Values, Readings = Readings, Waveforms = Waveforms, Actions = Actions, Problems = [.. _problems],
    };

    public void WasSet(ParameterPath path, ParameterValue value, bool isSigned, Instant time)
    {
    }

    public void WasWrittenUnchecked(string alias, string command, Instant time)
    {
    }

    public void WasDone(string alias, string? channel, string action, SafetySign? sign, Instant time)
    {
    }

    // A profile whose errors are warnings only is checked as strictly.
    public void Warned(string alias, string message, Instant time) => Add(message);
}
