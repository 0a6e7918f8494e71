using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("an effect of a fault")]
internal enum FaultEffect
{
    /// <summary>No answer comes.</summary>
    Timeout,

    /// <summary>The connection is closed.</summary>
    Disconnect,

    /// <summary>The answer is unreadable; a block ends too early.</summary>
    Garble,

    /// <summary>The answer is the overload value.</summary>
    Nan,

    /// <summary>The command is not done and an error is queued.</summary>
    Error,

    /// <summary>The answer is right, and late by the fault's delay.</summary>
    Delay,
}
