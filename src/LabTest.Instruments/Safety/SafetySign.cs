namespace LabTest.Instruments.Safety;

/// <summary>How it is known that an instrument is in its safe state, best first.</summary>
internal enum SafetySign
{
    /// <summary>What was set was read back: flags exactly, numbers within the parameter's step.</summary>
    ReadBack,

    /// <summary>The instrument's error queue, asked over the same connection, was empty afterwards.</summary>
    ErrorQueue,

    /// <summary>The instrument answered <c>*OPC?</c> over the same connection.</summary>
    OperationComplete,

    /// <summary>The instrument acknowledged each command.</summary>
    Acknowledged,

    /// <summary>It was sent. Said of an action that a station asks for beside or in place of the safe state, and that gives no sign.</summary>
    Sent,

    /// <summary>It can give no sign, and its profile says so: <c>safety: { confirm: none, reason: … }</c>.</summary>
    None,

    /// <summary>There was no sign. Its outputs may be on.</summary>
    Unconfirmed,
}
