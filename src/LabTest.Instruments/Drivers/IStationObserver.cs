using LabTest.Instruments.Safety;

namespace LabTest.Instruments.Drivers;

/// <summary>Is told of what changes on a station, so that it can be recorded; called on the thread that did it, for what was sent under the instrument's lock.</summary>
internal interface IStationObserver
{
    /// <summary>Somebody is about to use an instrument past the bench.</summary>
    /// <exception cref="InvalidOperationException">It may not be used for them any more.</exception>
    void Begins()
    {
    }

    /// <summary>A step has begun that somebody has to await.</summary>
    void Began(Step step)
    {
    }

    /// <summary>A parameter was set.</summary>
    /// <param name="path">The parameter.</param>
    /// <param name="value">What it was set to.</param>
    /// <param name="isSigned">Whether the instrument gives a sign of each set, such as its error queue; else it is known to have been sent only.</param>
    /// <param name="time">When.</param>
    void WasSet(ParameterPath path, ParameterValue value, bool isSigned, Instant time);

    /// <summary>Bytes were sent past all checks.</summary>
    void WasWrittenUnchecked(string alias, string command, Instant time);

    /// <summary>An action was done; <c>safe_state</c> counts as one.</summary>
    /// <param name="alias">The instrument.</param>
    /// <param name="channel">Its channel; null for all.</param>
    /// <param name="action">The action.</param>
    /// <param name="sign">How it is known that the instrument is safe; null for what is no safe state.</param>
    /// <param name="time">When.</param>
    void WasDone(string alias, string? channel, string action, SafetySign? sign, Instant time);

    /// <summary>An instrument had an error in its queue, or something else that asks for attention.</summary>
    void Warned(string alias, string message, Instant time);

    /// <summary>The station could not be opened, and what was open of it is made safe and closed again.</summary>
    /// <param name="station">The name of the station.</param>
    /// <param name="closing">How each instrument was left that has a safe state, those too that were never reached.</param>
    /// <param name="time">When.</param>
    void WasAbandoned(string station, StationClosing closing, Instant time)
    {
    }
}
