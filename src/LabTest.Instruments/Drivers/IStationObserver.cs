namespace LabTest.Instruments.Drivers;

/// <summary>Is told of what changes on a station, so that it can be recorded; called under the instrument's lock, on the thread that did it.</summary>
internal interface IStationObserver
{
    /// <summary>A parameter was set.</summary>
    void WasSet(ParameterPath path, ParameterValue value, Instant time);

    /// <summary>Bytes were sent past all checks.</summary>
    void WasWrittenUnchecked(string alias, string command, Instant time);

    /// <summary>An action was done; <c>safe_state</c> counts as one.</summary>
    void WasDone(string alias, string? channel, string action, Instant time);

    /// <summary>An instrument had an error in its queue, or something else that asks for attention.</summary>
    void Warned(string alias, string message, Instant time);
}
