using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>The error queue and the status registers of IEEE 488.2 (chapter 11).</summary>
internal sealed class StatusRegisters
{
    private const int MostErrors = 20;
    private const int PowerOn = 1 << 7;
    private const int OperationComplete = 1;

    private readonly Queue<ScpiError> _errors = new();
    private int _events = PowerOn;

    public int EventEnable { get; set; }

    public int ServiceEnable { get; set; }

    /// <summary>How many errors are queued.</summary>
    public int Count => _errors.Count;

    public void Add(ScpiError error)
    {
        _events |= error.EventBit;
        if (_errors.Count < MostErrors - 1)
            _errors.Enqueue(error);
        else if (_errors.Count < MostErrors)
            _errors.Enqueue(ScpiError.QueueOverflow);
    }

    public ScpiError Next() => _errors.TryDequeue(out var error) ? error : ScpiError.None;

    public void Complete() => _events |= OperationComplete;

    public void Clear()
    {
        _errors.Clear();
        _events = 0;
    }

    /// <summary>The standard event status register; reading clears it.</summary>
    public int TakeEvents()
    {
        var events = _events;
        _events = 0;
        return events;
    }

    /// <summary>The status byte: bit 2 errors queued, bit 4 an answer waiting, bit 5 an enabled event, bit 6 the summary of the enabled ones.</summary>
    public int StatusByte(bool hasAnswer)
    {
        var status = (Count > 0 ? 1 << 2 : 0) | (hasAnswer ? 1 << 4 : 0) | ((_events & EventEnable) != 0 ? 1 << 5 : 0);
        return (status & ServiceEnable & ~(1 << 6)) != 0 ? status | 1 << 6 : status;
    }
}
